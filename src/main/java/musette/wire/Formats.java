package musette.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every form that we can read, and the way from a file's bytes to the text of results v1.
final class Formats {
    /// The most bytes a file may have.
    static final int LARGEST = 16 * 1024 * 1024;

    /// The last one takes what no other recognises.
    static final List<Format> ALL =
            List.of(
                    new SportsMl(),
                    new HtmlTable(),
                    new Workbook(),
                    new SportSchema(),
                    new JsonResult(),
                    new PlainText());

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
        var format = format(rest);
        if (format instanceof PlainText plain) {
            return plain.read(file, Map.of());
        }
        var read = format.read(rest, headLines(above));
        return new Format.ResultsText(above + read.text(), read.remarks(), read.isGuessed());
    }

    static Format.ResultsText text(InputStream file) {
        try {
            return text(file.readNBytes(LARGEST + 1));
        } catch (IOException e) {
            throw new ParseException("The file could not be read to its end.");
        }
    }

    private static Format format(byte[] file) {
        return ALL.stream().filter(it -> it.recognises(file)).findFirst().orElseThrow();
    }

    /// A file that holds several results, once for each of them; any other as it is. Where somebody
    /// has told which one is meant, it is that one. Each is made when it is asked for: forty of the
    /// largest would be a third of a computer's memory.
    static List<byte[]> results(byte[] file) {
        int start = endOfHeadLines(file);
        var rest = Arrays.copyOfRange(file, start, file.length);
        var told = headLines(new String(file, 0, start, StandardCharsets.UTF_8));
        if (file.length > LARGEST
                || told.containsKey("classification")
                || told.containsKey(Format.TABLE)) {
            return List.of(file);
        }
        int results = results(format(rest), rest);
        return results < 2 ? List.of(file) : new Several(file, results);
    }

    private static final class Several extends AbstractList<byte[]> {
        private final byte[] file;
        private final int results;

        Several(byte[] file, int results) {
            this.file = file;
            this.results = results;
        }

        @Override
        public byte[] get(int index) {
            var line = "# %s: %d\n".formatted(Format.TABLE, index + 1);
            return joined(line.getBytes(StandardCharsets.UTF_8), file);
        }

        @Override
        public int size() {
            return results;
        }
    }

    /// What can't be read is one file, which is declined with its sentence.
    private static int results(Format format, byte[] file) {
        try {
            return format.results(file);
        } catch (ParseException e) {
            return 1;
        }
    }

    private static byte[] joined(byte[] above, byte[] file) {
        var all = Arrays.copyOf(above, above.length + file.length);
        System.arraycopy(file, 0, all, above.length, file.length);
        return all;
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

    private static Map<String, String> headLines(String lines) {
        var metadata = new FileMetadata(ResultMetadata.KEYS);
        lines.lines().forEach(metadata::add);
        var values = new HashMap<String, String>();
        ResultMetadata.KEYS.forEach(
                key -> metadata.value(key).ifPresent(value -> values.put(key, value)));
        return values;
    }
}
