package musette.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import musette.wire.ParsedFile;

/// A result as a publisher would send it.
final class SentFile {
    private final String name;
    private final byte[] bytes;

    private SentFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    static SentFile of(Path file) {
        try {
            return new SentFile(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param name with the year
    /// @param about `key: value` lines about the file
    /// @param table the header first
    static SentFile of(String name, List<String> about, List<List<String>> table) {
        var text = new StringWriter();
        about.forEach(line -> text.append("# ").append(line).append('\n'));
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            table.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SentFile(name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return name;
    }

    ParsedFile parsed() {
        return ParsedFile.of(name, new ByteArrayInputStream(bytes));
    }
}
