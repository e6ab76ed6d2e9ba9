package musette.subscriptions;

import java.time.YearMonth;

/// A payment card as typed at the test till. It lives for one request: it is never stored, and what
/// it prints of itself is its last four digits.
public final class Card implements CardReading {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;

    private final String number;

    private Card(String number) {
        this.number = number;
    }

    /// Reads the three fields of a card form.
    ///
    /// @param number 12 to 19 digits, spaces and hyphens allowed, with a right check digit (Luhn,
    ///   ISO/IEC 7812-1 annex B)
    /// @param expiry month and year as 04/27 or 04/2027, not over yet
    /// @param code the three or four digits on the card
    /// @param now the present month
    public static CardReading read(String number, String expiry, String code, YearMonth now) {
        var digits = number.replaceAll("[ -]", "");
        var wrong =
                new CardReading.Wrong(
                        isCardNumber(digits)
                                ? ""
                                : "This is not a card number. Please check its digits.",
                        complaintOn(expiry.strip(), now),
                        code.strip().matches("[0-9]{3,4}")
                                ? ""
                                : "The code has three digits, on some cards four.");
        return wrong.isRight() ? new Card(digits) : wrong;
    }

    boolean hasNumber(String other) {
        return number.equals(other);
    }

    @Override
    public String toString() {
        return "a card ending in " + number.substring(number.length() - 4);
    }

    private static boolean isCardNumber(String digits) {
        return digits.matches("[0-9]{%d,%d}".formatted(SHORTEST, LONGEST))
                && luhnSum(digits) % 10 == 0;
    }

    private static int luhnSum(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var doubled = digit * 2;
            if (i % 2 == 0) {
                sum += digit;
            } else {
                sum += doubled > 9 ? doubled - 9 : doubled;
            }
        }
        return sum;
    }

    private static String complaintOn(String expiry, YearMonth now) {
        if (!expiry.matches("(0[1-9]|1[0-2])/(20)?[0-9]{2}")) {
            return "Please write the date as on the card, such as 04/27.";
        }
        var year = 2000 + Integer.parseInt(expiry.substring(expiry.length() - 2));
        var month = Integer.parseInt(expiry.substring(0, 2));
        return YearMonth.of(year, month).isBefore(now) ? "This card's time is over." : "";
    }
}
