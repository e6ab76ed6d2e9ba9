package musette.site;

/// What text from outside may hold: everything people write, and nothing that only breaks things.
///
/// Control characters (but tab and line breaks), halves of surrogate pairs and the two
/// non-characters that XML 1.0 forbids have no meaning in a name, an address or a story. PostgreSQL
/// refuses the first of them, feeds the rest.
public final class PlainInput {
    private PlainInput() {}

    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainInput::isPlain);
    }

    /// The text without what it must not hold, for words that came in another way.
    public static String plain(String text) {
        return isPlain(text)
                ? text
                : text.codePoints()
                        .filter(PlainInput::isPlain)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    /// Source: XML 1.0 (fifth edition), production 2, less the C1 controls.
    private static boolean isPlain(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0x7F)
                || (c > 0x9F && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c > 0xFFFF;
    }
}
