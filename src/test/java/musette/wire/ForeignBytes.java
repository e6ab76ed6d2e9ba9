package musette.wire;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import musette.wire.ParsedFile.ParsedResult;

/// What must hold for any bytes, one target for each reader: it answers or says in a sentence why
/// not, and what it understood it understands again from our own text.
///
/// `FuzzCorpusTest` plays the kept inputs with every test run; CONTRIBUTING says how to look for
/// new ones.
public final class ForeignBytes {
    static final Map<String, Consumer<byte[]>> TARGETS =
            Map.of(
                    "page", bytes -> read(new HtmlTable(), bytes),
                    "sportsml", bytes -> read(new SportsMl(), bytes),
                    "sportschema", bytes -> read(new SportSchema(), bytes),
                    "workbook", bytes -> read(new Workbook(), bytes),
                    "json", bytes -> read(new JsonResult(), bytes),
                    "text", bytes -> read(new PlainText(), bytes),
                    "file", ForeignBytes::file,
                    "rows", ForeignBytes::rows);

    private ForeignBytes() {}

    private static void read(Format format, byte[] bytes) {
        try {
            var text = format.read(bytes, Map.of()).text();
            ParsedFile.of("f", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (ParseException e) {
            require(!e.sentence().isBlank(), "a sentence says why nothing was read");
        }
    }

    /// Rows that were read are read again from our own text, all of them alike.
    private static void file(byte[] bytes) {
        require(!Formats.results(bytes).isEmpty(), "a file is at least itself");
        if (!(ParsedFile.of("f", new ByteArrayInputStream(bytes)) instanceof ParsedResult first)) {
            return;
        }
        var text = Formats.text(bytes).text().getBytes(StandardCharsets.UTF_8);
        var second = ParsedFile.of("f", new ByteArrayInputStream(text));
        require(
                second instanceof ParsedResult again
                        && again.file().rows().equals(first.file().rows()),
                "our own text says the same");
        for (var row : first.file().rows()) {
            require(row.placing().line() > 0, "each row knows its line");
            require(!row.name().isBlank(), "each row has a name");
        }
    }

    /// Rows that come by themselves make a file that can be read.
    private static void rows(byte[] bytes) {
        if (ParsedFile.of("f", new ByteArrayInputStream(bytes)) instanceof ParsedResult some) {
            var cells = some.file().rows().stream().map(row -> row.filed()).toList();
            var whole = RowsFile.whole(RowsFile.of(bytes).head(), cells);
            var read =
                    ParsedFile.of(
                            "f", new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
            require(read instanceof ParsedResult, "the rows make a result: " + read);
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    /// Called by the fuzzer; the system property `target` says which.
    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGETS.get(System.getProperty("target", "file")).accept(bytes);
    }
}
