package musette.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import musette.proof.Item.Mention;
import musette.racing.Names;

/// Turns the words of one story into items: riders, teams, numbers, and the rest.
final class Vocabulary {
    private static final Numbers NUMBERS = new Numbers();
    private static final Set<String> PARTICLES =
            Set.of("van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "la", "le");

    /// Words that begin sentences and are no names.
    private static final Set<String> NO_NAMES =
            Set.of(
                    "he",
                    "she",
                    "they",
                    "it",
                    "who",
                    "this",
                    "that",
                    "there",
                    "and",
                    "with",
                    "both",
                    "all",
                    "but",
                    "the",
                    "then",
                    "behind",
                    "yet",
                    "also",
                    "his",
                    "her",
                    "a",
                    "an",
                    "in",
                    "on",
                    "at",
                    "after",
                    "for",
                    "i",
                    "we",
                    "not",
                    "only",
                    "as",
                    "by",
                    "from",
                    "of",
                    "to",
                    "when",
                    "while",
                    "once",
                    "so",
                    "today",
                    "victory",
                    "third",
                    "second",
                    "just",
                    "what",
                    "team",
                    "nobody",
                    "everybody",
                    "here");

    /// In characters; what is longer is nobody's name.
    private static final int LONGEST_NAME = 80;

    /// In tokens; what goes on longer was pasted and is cut, so that reading stays quick.
    private static final int LONGEST_SENTENCE = 400;

    private static final Set<String> NO_SENTENCE_ENDS = Set.of("st", "ste", "dr", "jr", "no");

    private final Lexicon<Entry> riders = new Lexicon<>();
    private final Lexicon<String> teams = new Lexicon<>();
    private final Lexicon<Boolean> sameTime = new Lexicon<>();
    private final Set<String> raceWords = new HashSet<>();
    private final Set<String> townWords = new HashSet<>();
    private final Set<String> teamWords = new HashSet<>();

    Vocabulary(Subject subject) {
        for (var entry : subject.entries()) {
            entry.names()
                    .flatMap(name -> spellings(name).stream())
                    .forEach(name -> riders.add(name, entry));
            if (entry.team() != null) {
                teams.add(entry.team(), entry.team());
                teamWords.addAll(List.of(Names.slug(entry.team()).split("-", -1)));
            }
        }
        sameTime.add("same time", true);
        sameTime.add("s.t.", true);
        if (subject.town() != null) {
            townWords.addAll(List.of(Names.slug(subject.town()).split("-", -1)));
        }
        for (var word : Names.slug(subject.race()).split("-", -1)) {
            if (word.length() > 2 && !PARTICLES.contains(word)) {
                raceWords.add(word);
            }
        }
    }

    /// What a rider may be called.
    private static Set<String> spellings(Entry.Name name) {
        var names = new LinkedHashSet<String>();
        names.add(name.display());
        var families = new LinkedHashSet<String>();
        families.add(name.family());
        var words = name.family().split("[ -]", -1);
        if (words.length > 1 && !PARTICLES.contains(Names.slug(words[0]))) {
            families.add(words[0]);
        }
        var given = name.given().split("[ -]", -1)[0];
        for (var family : families) {
            names.add(family);
            names.add(name.given() + " " + family);
            names.add(given + " " + family);
        }
        return names;
    }

    boolean isOfRaceName(Item item) {
        return item instanceof Item.Word word && raceWords.contains(word.folded());
    }

    boolean isOfTown(Item item) {
        return item instanceof Item.Word word && townWords.contains(word.folded());
    }

    /// The sentences of a text, each as its items.
    List<List<Item>> sentences(String text) {
        var tokens = Token.of(text);
        var sentences = new ArrayList<List<Item>>();
        int from = 0;
        for (int at = 0; at < tokens.size(); at++) {
            if (at + 1 == tokens.size()
                    || at - from == LONGEST_SENTENCE
                    || endsSentence(text, tokens, at)) {
                sentences.add(items(tokens.subList(from, at + 1)));
                from = at + 1;
            }
        }
        return sentences;
    }

    private static boolean endsSentence(String text, List<Token> tokens, int at) {
        var token = tokens.get(at);
        var next = tokens.get(at + 1);
        if (text.substring(token.end(), next.start()).contains("\n\n") || token.is(";")) {
            return true;
        }
        if (!token.is(".") && !token.is("!") && !token.is("?")) {
            return false;
        }
        if (at == 0) {
            return true;
        }
        var before = tokens.get(at - 1);
        var isInitial = before.folded().length() == 1 && !before.isNumber();
        return next.start() > token.end()
                && !isInitial
                && !NO_SENTENCE_ENDS.contains(before.folded());
    }

    private List<Item> items(List<Token> tokens) {
        var items = new ArrayList<Item>();
        int at = 0;
        while (at < tokens.size()) {
            if (tokens.get(at).is("(") && !items.isEmpty() && items.getLast() instanceof Mention) {
                int end = closing(tokens, at);
                var mention = (Mention) items.removeLast();
                items.add(
                        new Mention(
                                mention.entries(),
                                items(tokens.subList(at + 1, end)),
                                mention.start(),
                                mention.end()));
                at = end + 1;
            } else {
                at += read(tokens, at, items);
            }
        }
        return items;
    }

    private static int closing(List<Token> tokens, int open) {
        for (int at = open; at < tokens.size(); at++) {
            if (tokens.get(at).is(")")) {
                return at;
            }
        }
        return tokens.size();
    }

    /// An item and how many tokens it took.
    private record Read(Item item, int length) {}

    private int read(List<Token> tokens, int at, List<Item> items) {
        var read =
                name(tokens, at)
                        .or(() -> number(tokens, at))
                        .or(() -> stranger(tokens, at, items))
                        .orElseGet(() -> word(tokens, at));
        items.add(read.item());
        return read.length();
    }

    private Optional<Read> name(List<Token> tokens, int at) {
        var token = tokens.get(at);
        var mayBeName = token.isCapitalised() || PARTICLES.contains(token.folded());
        var rider = riders.at(tokens, at).filter(found -> mayBeName);
        int length = rider.map(Lexicon.Found::length).orElse(0);
        return teams.at(tokens, at)
                .filter(found -> found.length() > length && isName(tokens, at, found.length()))
                .map(found ->
                        new Read(
                                new Item.TeamName(
                                        found.meanings(),
                                        token.start(),
                                        end(tokens, at, found.length())),
                                found.length()))
                .or(() ->
                        rider.map(found ->
                                new Read(
                                        new Mention(
                                                found.meanings(),
                                                List.of(),
                                                token.start(),
                                                end(tokens, at, length)),
                                        length)));
    }

    private static boolean isName(List<Token> tokens, int at, int length) {
        return tokens.subList(at, at + length).stream()
                .anyMatch(token -> token.isCapitalised() || token.isNumber());
    }

    private Optional<Read> number(List<Token> tokens, int at) {
        int start = tokens.get(at).start();
        return sameTime.at(tokens, at)
                .map(Lexicon.Found::length)
                .map(length -> new Read(new Item.SameTime(start, end(tokens, at, length)), length))
                .or(() ->
                        NUMBERS.clock(tokens, at)
                                .map(span ->
                                        new Read(
                                                new Item.Clock(
                                                        span.value(), start, end(tokens, at, 1)),
                                                1)))
                .or(() -> gap(tokens, at))
                .or(() ->
                        NUMBERS.ordinal(tokens, at)
                                .map(number ->
                                        new Read(
                                                new Item.Ordinal(
                                                        number.value(),
                                                        start,
                                                        end(tokens, at, number.length())),
                                                number.length())))
                .or(() ->
                        NUMBERS.cardinal(tokens, at)
                                .map(number ->
                                        new Read(
                                                new Item.Cardinal(
                                                        number.value(),
                                                        start,
                                                        end(tokens, at, number.length())),
                                                number.length())));
    }

    private static Optional<Read> gap(List<Token> tokens, int at) {
        var first = tokens.get(at);
        return NUMBERS.gap(tokens, at)
                .map(span ->
                        new Read(
                                new Item.Gap(
                                        span.value(),
                                        span.tolerance(),
                                        first.is("+"),
                                        first.start(),
                                        end(tokens, at, span.length())),
                                span.length()));
    }

    /// Words that look like a person's name and are none in this result: in capitals, not behind an
    /// article ("the Dane"), and no words of the race, its town or a team.
    private Optional<Read> stranger(List<Token> tokens, int at, List<Item> items) {
        var isBehindArticle = !items.isEmpty() && items.getLast().is("the");
        if (isBehindArticle || !mayBeName(tokens.get(at))) {
            return Optional.empty();
        }
        int end = at + 1;
        while (end < tokens.size()
                && (mayBeName(tokens.get(end)) || isInsideName(tokens, end))
                && riders.at(tokens, end).isEmpty()) {
            end++;
        }
        int length = tokens.get(end - 1).end() - tokens.get(at).start();
        if (length > LONGEST_NAME) {
            return Optional.empty();
        }
        return Optional.of(
                new Read(
                        new Mention(
                                Set.of(),
                                List.of(),
                                tokens.get(at).start(),
                                tokens.get(end - 1).end()),
                        end - at));
    }

    private boolean mayBeName(Token token) {
        return token.isCapitalised()
                && !NO_NAMES.contains(token.folded())
                && !raceWords.contains(token.folded())
                && !townWords.contains(token.folded())
                && !teamWords.contains(token.folded());
    }

    /// A particle or a sign between two words of a name.
    private boolean isInsideName(List<Token> tokens, int at) {
        var token = tokens.get(at);
        var isTight = token.joinsWords() && tokens.get(at - 1).end() == token.start();
        return (isTight || PARTICLES.contains(token.folded()))
                && at + 1 < tokens.size()
                && (PARTICLES.contains(tokens.get(at + 1).folded())
                        || mayBeName(tokens.get(at + 1)));
    }

    private static Read word(List<Token> tokens, int at) {
        var token = tokens.get(at);
        return new Read(
                new Item.Word(
                        token.folded(),
                        token.text(),
                        token.isCapitalised(),
                        token.start(),
                        token.end()),
                1);
    }

    private static int end(List<Token> tokens, int at, int length) {
        return tokens.get(at + length - 1).end();
    }
}
