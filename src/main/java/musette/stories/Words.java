package musette.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import musette.stories.Document.TextBlock;

/// The words of a passage in reading order, each with the block it stands in and its place there.
///
/// A word is what changes as a whole: `0:13`, `13.5`, `Izagirre's` and `Bora-Hansgrohe` are one
/// word each, so that no part of a number is ever taken for the number. Any other sign is a word of
/// its own; blanks are none.
record Words(List<Word> list) {
    Words {
        list = List.copyOf(list);
    }

    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{L}\\p{M}\\p{N}]+(?:[.,:'’\\-\\u2010\\u2011][\\p{L}\\p{M}\\p{N}]+)*|\\S");

    private static final int COMPANY = 3;

    record Word(String text, int block, int start, int end) {
        boolean isWritten() {
            return Character.isLetterOrDigit(text.codePointAt(0));
        }
    }

    static Words of(List<TextBlock> blocks) {
        var words = new ArrayList<Word>();
        for (int block = 0; block < blocks.size(); block++) {
            var matcher = WORD.matcher(blocks.get(block).text());
            while (matcher.find()) {
                words.add(new Word(matcher.group(), block, matcher.start(), matcher.end()));
            }
        }
        return new Words(words);
    }

    List<String> texts() {
        return list.stream().map(Word::text).toList();
    }

    Word at(int index) {
        return list.get(index);
    }

    /// Whether no paragraph ends inside the run.
    boolean isInOneBlock(Run run) {
        return at(run.first()).block() == at(run.last()).block();
    }

    /// The words that lie, wholly or partly, between two characters of a block.
    Run covering(int block, int start, int end) {
        int first = 0;
        while (first < list.size() && isBefore(list.get(first), block, start)) {
            first++;
        }
        int last = first;
        while (last < list.size()
                && list.get(last).block() == block
                && list.get(last).start() < end) {
            last++;
        }
        return new Run(first, last - first);
    }

    private static boolean isBefore(Word word, int block, int start) {
        return word.block() < block || (word.block() == block && word.end() <= start);
    }

    /// The nearest words of letters or digits in front of the run, at most three, in its block.
    List<Integer> inFrontOf(Run run) {
        return IntStream.iterate(run.first() - 1, i -> i >= 0, i -> i - 1)
                .takeWhile(i -> at(i).block() == at(run.first()).block())
                .filter(i -> at(i).isWritten())
                .limit(COMPANY)
                .boxed()
                .toList();
    }

    /// The nearest words of letters or digits behind the run, at most three, in its block.
    List<Integer> behind(Run run) {
        return IntStream.range(run.last() + 1, list.size())
                .takeWhile(i -> at(i).block() == at(run.last()).block())
                .filter(i -> at(i).isWritten())
                .limit(COMPANY)
                .boxed()
                .toList();
    }

    /// Words that follow each other.
    record Run(int first, int length) {
        int last() {
            return first + length - 1;
        }

        IntStream indices() {
            return IntStream.range(first, first + length);
        }

        Run startingAt(int other) {
            return new Run(other, length);
        }
    }
}
