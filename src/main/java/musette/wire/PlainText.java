package musette.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text as it is: UTF-8, UTF-16 with its mark, or what older spreadsheets on Windows save.
final class PlainText implements Format {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /// What a letter of two bytes in UTF-8 looks like to the older form.
    private static final Pattern HALF_A_LETTER = Pattern.compile("[ÃÂÅÄ][\\u0080-\\u00BF€-™]");

    @Override
    public boolean recognises(byte[] bytes) {
        return true;
    }

    @Override
    public ResultsText read(byte[] bytes, Map<String, String> told) {
        int start = Formats.endOfHeadLines(bytes);
        var above = headLines(Arrays.copyOf(bytes, start));
        var table = Arrays.copyOfRange(bytes, start, bytes.length);
        var plain = wide(table).or(() -> decoded(table, StandardCharsets.UTF_8));
        if (plain.isPresent()) {
            return ResultsText.plain(above + withoutMark(plain.get()));
        }
        return decoded(table, WINDOWS)
                .filter(text -> !HALF_A_LETTER.matcher(text).find())
                .map(text ->
                        new ResultsText(
                                above + text,
                                List.of(
                                        "The file is not UTF-8; it was read as Windows-1252. Look"
                                                + " at the accents in its names."),
                                false))
                .orElseThrow(() ->
                        new ParseException(
                                "This is not UTF-8 text (near line %d); save the file as 'CSV UTF-8'."
                                        .formatted(lineOfFirstStrangeByte(bytes))));
    }

    /// Some may have been told in a form, which is UTF-8 whatever the file below is.
    private static String headLines(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.ISO_8859_1).splitWithDelimiters("\n", -1);
        return Arrays.stream(lines)
                .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
                .map(line ->
                        decoded(line, StandardCharsets.UTF_8)
                                .orElseGet(() -> new String(line, WINDOWS)))
                .collect(Collectors.joining());
    }

    /// The byte order mark of a file stands behind the lines that were put above it.
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<String> wide(byte[] bytes) {
        if (bytes.length < 2 || (bytes[0] & 0xFF) + (bytes[1] & 0xFF) != 0xFE + 0xFF) {
            return Optional.empty();
        }
        var isMark = bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF;
        return isMark ? decoded(bytes, StandardCharsets.UTF_16) : Optional.empty();
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int lineOfFirstStrangeByte(byte[] bytes) {
        int line = 1;
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                if (decoded(Arrays.copyOfRange(bytes, start, at), StandardCharsets.UTF_8)
                        .isEmpty()) {
                    return line;
                }
                line++;
                start = at + 1;
            }
        }
        return line;
    }
}
