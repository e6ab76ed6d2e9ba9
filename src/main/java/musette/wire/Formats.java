package musette.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Every form that we can read, and the way from a file's bytes to the text of results v1.
final class Formats {
    /// The most bytes a file may have.
    static final int LARGEST = 16 * 1024 * 1024;

    /// The last one takes what no other recognises.
    static final List<Format> ALL =
            List.of(new HtmlTable(), new Workbook(), new JsonResult(), new PlainText());

    private Formats() {}

    /// Head lines may stand above a file of any form: somebody has told there what it is about.
    ///
    /// @throws ParseException when nothing can be read
    static Format.ResultsText text(byte[] file) {
        if (file.length > LARGEST) {
            throw new ParseException("The file is larger than 16 MB; a result never is.");
        }
        int start = endOfHeadLines(file);
        var above = new String(file, 0, start, StandardCharsets.UTF_8);
        var rest = Arrays.copyOfRange(file, start, file.length);
        var format = ALL.stream().filter(it -> it.recognises(rest)).findFirst().orElseThrow();
        if (format instanceof PlainText plain) {
            return plain.read(file, Set.of());
        }
        var read = format.read(rest, keys(above));
        return new Format.ResultsText(above + read.text(), read.remarks(), read.isGuessed());
    }

    static Format.ResultsText text(InputStream file) {
        try {
            return text(file.readNBytes(LARGEST + 1));
        } catch (IOException e) {
            throw new ParseException("The file could not be read to its end.");
        }
    }

    /// Where the lines end that begin with `#`.
    static int endOfHeadLines(byte[] file) {
        int start = 0;
        while (start < file.length && file[start] == '#') {
            start = endOfLine(file, start);
        }
        return start;
    }

    private static int endOfLine(byte[] file, int start) {
        int end = start;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, file.length);
    }

    private static Set<String> keys(String lines) {
        var metadata = new FileMetadata(ResultMetadata.KEYS);
        lines.lines().forEach(metadata::add);
        var keys = new HashSet<String>();
        ResultMetadata.KEYS.stream()
                .filter(key -> metadata.value(key).isPresent())
                .forEach(keys::add);
        return keys;
    }
}
