package musette.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import musette.store.DataFolder;
import org.springframework.stereotype.Component;

/// Draws share cards, each once, in the colours and faces of the site.
@Component
public class ShareCards {
    private static final Color PAPER = new Color(0xFB_F9_F4);
    private static final Color INK = new Color(0x17_15_0F);
    private static final Color MUTE = new Color(0x5E_59_4C);
    private static final Color RULE = new Color(0xD9_D3_C4);
    private static final Color SIGNAL = new Color(0xB3_26_1E);

    private static final int MARGIN = 64;
    private static final int WIDTH = ShareCard.WIDTH - 2 * MARGIN;
    private static final int SMALL = 28;
    private static final int LARGEST = 84;
    private static final int LEAST = 46;
    private static final int STEP = 4;
    private static final double LEADING = 1.08;
    private static final int ROW = 54;
    private static final int ROW_SIZE = 34;
    private static final int INDENT = 52;
    private static final int BLANK = 20;
    private static final int MOST_LINES = 4;

    private final PictureFolder folder;
    private final ReentrantLock drawing = new ReentrantLock();
    private final Lettering serif = Lettering.of("newsreader-500.ttf");
    private final Lettering sans = Lettering.of("archivo-600.ttf");

    ShareCards(DataFolder data) {
        folder = new PictureFolder(data);
    }

    /// Whether our faces have every letter of it.
    public boolean canDraw(ShareCard card) {
        return card.words().allMatch(words -> serif.has(words) && sans.has(words));
    }

    /// The card as PNG, 1200 by 630 pixels; empty for one that can't be drawn.
    public Optional<byte[]> png(ShareCard card) {
        if (!canDraw(card)) {
            return Optional.empty();
        }
        drawing.lock();
        try {
            var kept = folder.card(card.name());
            if (kept.isPresent()) {
                return kept;
            }
            var bytes = png(drawn(card));
            folder.keepCard(card.name(), bytes);
            return Optional.of(bytes);
        } finally {
            drawing.unlock();
        }
    }

    private static byte[] png(BufferedImage pixels) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(pixels, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedImage drawn(ShareCard card) {
        var pixels =
                new BufferedImage(ShareCard.WIDTH, ShareCard.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = pixels.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(pen, PAPER, 0, 0, ShareCard.WIDTH, ShareCard.HEIGHT);
        fill(pen, SIGNAL, MARGIN, MARGIN - 2, 16, 38);
        var site = sans.fitting(card.site(), SMALL, WIDTH - 30);
        write(pen, sans, INK, site, MARGIN + 30, MARGIN + SMALL, SMALL);
        write(
                pen,
                sans,
                SIGNAL,
                sans.fitting(card.kicker(), SMALL, WIDTH),
                MARGIN,
                2 * MARGIN + SMALL + 10,
                SMALL);
        headline(pen, card);
        rows(pen, card.lines());
        pen.dispose();
        return pixels;
    }

    /// As large as the place above the rows allows.
    private void headline(Graphics2D pen, ShareCard card) {
        int top = 2 * MARGIN + SMALL + 24;
        int room = ShareCard.HEIGHT - MARGIN - card.lines().size() * ROW - top - 20;
        int size = LARGEST;
        while (size > LEAST && !fits(card.headline(), size, room)) {
            size -= STEP;
        }
        var lines = serif.lines(card.headline(), size, WIDTH);
        int most = Math.min(MOST_LINES, (int) (room / (size * LEADING)));
        for (int i = 0; i < Math.min(most, lines.size()); i++) {
            var isCut = i == most - 1 && lines.size() > most;
            var line = isCut ? lines.get(i) + " " + lines.get(i + 1) : lines.get(i);
            write(
                    pen,
                    serif,
                    INK,
                    serif.fitting(line, size, WIDTH),
                    MARGIN,
                    (int) (top + size * (LEADING * i + 0.9)),
                    size);
        }
    }

    private boolean fits(String headline, int size, int room) {
        var lines = serif.lines(headline, size, WIDTH);
        return lines.size() <= MOST_LINES
                && lines.size() * size * LEADING <= room
                && lines.stream().allMatch(line -> serif.width(line, size) <= WIDTH);
    }

    private void rows(Graphics2D pen, List<ShareCard.Line> lines) {
        int y = ShareCard.HEIGHT - MARGIN - lines.size() * ROW;
        for (var line : lines) {
            fill(pen, RULE, MARGIN, y, WIDTH, 2);
            int base = y + ROW - 16;
            write(pen, sans, SIGNAL, line.place(), MARGIN, base, ROW_SIZE);
            double gap = sans.width(line.gap(), ROW_SIZE);
            int indent = (int) Math.max(INDENT, sans.width(line.place(), ROW_SIZE) + BLANK);
            var name = sans.fitting(line.name(), ROW_SIZE, WIDTH - indent - BLANK - gap);
            write(pen, sans, INK, name, MARGIN + indent, base, ROW_SIZE);
            int right = (int) (MARGIN + WIDTH - gap);
            write(pen, sans, MUTE, line.gap(), right, base, ROW_SIZE);
            y += ROW;
        }
    }

    private static void fill(Graphics2D pen, Color colour, int x, int y, int width, int height) {
        pen.setColor(colour);
        pen.fillRect(x, y, width, height);
    }

    private static void write(
            Graphics2D pen, Lettering face, Color colour, String words, int x, int y, int size) {
        pen.setColor(colour);
        face.write(pen, words, x, y, size);
    }
}
