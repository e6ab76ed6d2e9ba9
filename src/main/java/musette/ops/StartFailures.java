package musette.ops;

import java.util.Optional;
import musette.store.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/// Knows the failures of a start that are one sentence for the operator, and keeps the framework
/// from printing its own account of them (registered in `META-INF/spring.factories`).
final class StartFailures implements SpringBootExceptionReporter {

    StartFailures(@Nullable ConfigurableApplicationContext house) {}

    static Optional<String> sentenceIn(Throwable problem) {
        return problem instanceof PortInUseException taken
                ? Optional.of(FreePort.sentence(taken.getPort()))
                : CannotStart.sentenceIn(problem).or(() -> SettingFault.sentenceIn(problem));
    }

    @Override
    public boolean reportException(Throwable failure) {
        return sentenceIn(failure).isPresent();
    }
}
