package musette.ops;

import java.io.InputStream;
import java.util.List;

/// Work that a command asks of the house, done inside the running server when there is one and
/// inside a house opened for the purpose when there is none.
interface OperatorTask {
    /// The command's word.
    String name();

    /// Does the work and tells what happened, in lines for a person.
    ///
    /// @throws Refused with a sentence when it can't be done; then nothing has changed
    String run(Order order);

    /// @param words what stood behind the command, local file names already replaced by their
    ///   content
    /// @param fileName the name of the file in `content`, empty when there is none
    /// @param content the file's bytes, streamed
    record Order(List<String> words, String fileName, InputStream content) {
        public Order {
            words = List.copyOf(words);
        }
    }
}
