package musette.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/// Pictures made for tests.
public final class Photographs {
    private Photographs() {}

    /// A landscape with a red upper left and a blue lower right.
    public static BufferedImage pixels(int width, int height) {
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var drawing = pixels.createGraphics();
        drawing.setColor(new Color(0x7A_9A_B8));
        drawing.fillRect(0, 0, width, height);
        drawing.setColor(new Color(0x4C_6B_3C));
        drawing.fillRect(0, height * 2 / 3, width, height / 3 + 1);
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, width / 4, height / 4);
        drawing.setColor(Color.BLUE);
        drawing.fillRect(width - width / 4, height - height / 4, width / 4, height / 4);
        drawing.dispose();
        return pixels;
    }

    public static byte[] written(BufferedImage pixels, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(pixels, format, bytes)) {
            throw new IOException("nothing writes " + format);
        }
        return bytes.toByteArray();
    }

    /// A JPEG of that size as the camera lay on its side (Exif orientation 6), with a place, IPTC
    /// by-line, credit and caption.
    public static byte[] fromAPhone(int width, int height) throws IOException {
        var plain = written(pixels(width, height), "jpeg");
        var file = new ByteArrayOutputStream();
        file.write(plain, 0, 2);
        segment(file, 0xE1, exif());
        segment(file, 0xED, iptc());
        file.write(plain, 2, plain.length - 2);
        return file.toByteArray();
    }

    private static void segment(ByteArrayOutputStream file, int marker, byte[] content) {
        file.write(0xFF);
        file.write(marker);
        file.write((content.length + 2) >> 8);
        file.write(content.length + 2);
        file.writeBytes(content);
    }

    /// TIFF, big-endian: IFD0 with orientation and the way to a GPS directory that holds a
    /// latitude.
    private static byte[] exif() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeBytes("Exif\0\0MM");
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(2);
        entry(out, 0x0112, 3, 1, 6 << 16);
        entry(out, 0x8825, 4, 1, 38);
        out.writeInt(0);
        out.writeShort(2);
        entry(out, 1, 2, 2, 'N' << 24);
        entry(out, 2, 5, 3, 68);
        out.writeInt(0);
        for (int part : new int[] {42, 1, 40, 1, 0, 1}) {
            out.writeInt(part);
        }
        return bytes.toByteArray();
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value)
            throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }

    private static byte[] iptc() throws IOException {
        var records = new ByteArrayOutputStream();
        var out = new DataOutputStream(records);
        record(out, 1, 90, "\u001b%G");
        record(out, 2, 80, "Inés Larrañaga");
        record(out, 2, 110, "Agencia Ejemplo");
        record(out, 2, 120, "Izagirre alone on the last climb.");
        var bytes = new ByteArrayOutputStream();
        var all = new DataOutputStream(bytes);
        all.writeBytes("Photoshop 3.0\0" + "8BIM");
        all.writeShort(0x0404);
        all.writeShort(0);
        all.writeInt(records.size());
        records.writeTo(all);
        if (records.size() % 2 == 1) {
            all.write(0);
        }
        return bytes.toByteArray();
    }

    private static void record(DataOutputStream out, int part, int kind, String words)
            throws IOException {
        var text = words.getBytes(StandardCharsets.UTF_8);
        out.write(0x1C);
        out.write(part);
        out.write(kind);
        out.writeShort(text.length);
        out.write(text);
    }

    /// A PNG of a few bytes that says it has so many pixels.
    public static byte[] bomb(int width, int height) throws IOException {
        var file = new ByteArrayOutputStream();
        var out = new DataOutputStream(file);
        out.writeLong(0x89504E470D0A1A0AL);
        var head = new ByteArrayOutputStream();
        var fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        var pixels = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(pixels)) {
            deflated.write(new byte[1_000_000]);
        }
        chunk(out, "IDAT", pixels.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String kind, byte[] content)
            throws IOException {
        var name = kind.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
