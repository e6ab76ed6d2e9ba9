package musette.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Rules that only the source can tell.
final class SourceRules {
    private static final Pattern STATEMENT_CALL = Pattern.compile("\\.sql\\(\\s*([^)]*?)\\)");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern CATCHES_ALL =
            Pattern.compile("catch \\((?:final )?(?:Exception|RuntimeException|Throwable) ");

    private static final Pattern WRITING_STATEMENT =
            Pattern.compile(
                    "static final String"
                            + " ([A-Z]+)(\\w*)\\s*=\\s*\"\"\"\\s*(?:INSERT|UPDATE|DELETE)");

    /// What a statement that writes may do. A new verb is welcome here; a noun is not.
    private static final Set<String> VERBS =
            Set.of(
                    ("ADD ASK BOOK BRING CANCEL CLOSE COMPLETE CONFIRM COUNT DECIDE DISCARD DROP"
                         + " END ENTER FIND FORGET FORGIVE GIVE GRANT HIDE HOLD ISSUE KEEP LIST LOG"
                         + " MAKE MOVE NOTE OPEN PUBLISH PUT QUARANTINE REDEEM REGISTER RELEASE"
                         + " REMOVE RESTORE RESUME REVOKE SET SETTLE SHOW SPEND START STORE TAKE"
                         + " UNDO USE WRITE")
                            .split(" ", -1));

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
        var writes = WRITING_STATEMENT.matcher(source);
        while (writes.find()) {
            if (!VERBS.contains(writes.group(1))) {
                found.add("a statement that writes is named by a verb: " + writes.group(1));
            }
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
