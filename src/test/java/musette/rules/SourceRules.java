package musette.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Rules that only the source can tell.
final class SourceRules {
    private static final Pattern STATEMENT_CALL = Pattern.compile("\\.sql\\(\\s*([^)]*?)\\)");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern CATCHES_ALL =
            Pattern.compile("catch \\((?:final )?(?:Exception|RuntimeException|Throwable) ");

    private static final String QUERY = ".query(";

    private SourceRules() {}

    /// What is wrong with one Java file's text.
    static List<String> violations(String source) {
        var found = new ArrayList<String>();
        var calls = STATEMENT_CALL.matcher(source);
        while (calls.find()) {
            var argument = calls.group(1).strip();
            if (!CONSTANT.matcher(argument).matches()) {
                found.add("SQL must be a named constant, not: " + argument);
            } else if (!isTextConstant(source, argument)) {
                found.add("SQL constant " + argument + " must be one text block");
            }
        }
        if (leavesARowStreamOpen(source)) {
            found.add("a stream of rows holds a connection until it is closed; ask for a list");
        }
        if (CATCHES_ALL.matcher(source).find()) {
            found.add("catches everything; name the exception");
        }
        return found;
    }

    private static boolean leavesARowStreamOpen(String source) {
        for (int at = source.indexOf(QUERY); at >= 0; at = source.indexOf(QUERY, at + 1)) {
            int depth = 1;
            int end = at + QUERY.length();
            while (depth > 0 && end < source.length()) {
                char c = source.charAt(end++);
                depth += c == '(' ? 1 : 0;
                depth -= c == ')' ? 1 : 0;
            }
            if (source.substring(end).stripLeading().startsWith(".stream()")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTextConstant(String source, String name) {
        return Pattern.compile(
                        "static final String " + name + "\\s*=\\s*\"\"\".*?\"\"\";", Pattern.DOTALL)
                .matcher(source)
                .find();
    }
}
