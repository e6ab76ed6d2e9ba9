package musette.wire;

import java.util.Arrays;
import java.util.Set;

/// A spreadsheet's own file. It is told apart, so that its sender hears what would help.
final class Workbook implements Format {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    @Override
    public boolean recognises(byte[] bytes) {
        return startsWith(bytes, ZIP) || startsWith(bytes, OLD);
    }

    @Override
    public ResultsText read(byte[] bytes, Set<String> told) {
        throw new ParseException(
                "This is a spreadsheet's own file. Save its sheet of results as 'CSV UTF-8' and"
                        + " bring that.");
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
