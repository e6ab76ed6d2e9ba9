package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Inputs that a fuzzer has found worth keeping, played again.
class FuzzCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz");

    @TestFactory
    Stream<DynamicTest> every_kept_input_holds_what_must_hold() {
        return ForeignBytes.TARGETS.entrySet().stream()
                .map(target ->
                        DynamicTest.dynamicTest(
                                target.getKey(),
                                () -> {
                                    for (var input : inputs(target.getKey())) {
                                        target.getValue().accept(Files.readAllBytes(input));
                                    }
                                }));
    }

    @Test
    void every_reader_has_inputs() throws IOException {
        for (var target : ForeignBytes.TARGETS.keySet()) {
            assertThat(inputs(target)).as(target).hasSizeGreaterThan(5);
        }
    }

    private static Iterable<Path> inputs(String target) throws IOException {
        try (var files = Files.list(CORPUS.resolve(target))) {
            return files.sorted().toList();
        }
    }
}
