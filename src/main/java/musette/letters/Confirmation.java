package musette.letters;

import java.util.List;

/// What a confirmation link stands for.
public sealed interface Confirmation {

    /// It waits for the button.
    record Waiting(List<Newsletter> letters) implements Confirmation {}

    /// It has been used, and these letters are kept for the inbox.
    record Done(List<Kept> letters) implements Confirmation {}

    /// It is too old, was never ours, or everything it stood for has been left since.
    record Unknown() implements Confirmation {}
}
