package musette.subscriptions;

/// What came of reading a card form.
public sealed interface CardReading permits Card, CardReading.Wrong {

    /// Something is not right; nothing was tried.
    ///
    /// @param number sentence for the number's field, empty when it is fine
    /// @param expiry the same for the date
    /// @param code the same for the code
    record Wrong(String number, String expiry, String code) implements CardReading {
        boolean isRight() {
            return number.isEmpty() && expiry.isEmpty() && code.isEmpty();
        }
    }
}
