package musette.subscriptions;

import java.time.LocalDate;

/// The days a charge pays for.
///
/// @param from the first day
/// @param to the day the next period begins; access lasts to its end
public record Period(LocalDate from, LocalDate to) {

    /// The period after so many paid months, always counted from the day the reader joined: 31
    /// January, 28 February, 31 March. Counting from the period before would lose the 31st for
    /// good.
    static Period after(LocalDate anchor, int paidMonths, int months) {
        return new Period(anchor.plusMonths(paidMonths), anchor.plusMonths(paidMonths + months));
    }
}
