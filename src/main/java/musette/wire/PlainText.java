package musette.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
    public ResultsText read(byte[] bytes, Set<String> told) {
        var wide = wide(bytes);
        if (wide.isPresent()) {
            return ResultsText.plain(wide.get());
        }
        var utf8 = decoded(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return ResultsText.plain(utf8.get());
        }
        return decoded(bytes, WINDOWS)
                .filter(text -> !HALF_A_LETTER.matcher(text).find())
                .map(text ->
                        new ResultsText(
                                text,
                                List.of(
                                        "The file is not UTF-8; it was read as Windows-1252. Look"
                                                + " at the accents in its names."),
                                false))
                .orElseThrow(() ->
                        new ParseException(
                                "This is not UTF-8 text (near line %d); save the file as 'CSV UTF-8'."
                                        .formatted(lineOfFirstStrangeByte(bytes))));
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
