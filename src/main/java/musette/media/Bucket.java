package musette.media;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.MaxAttemptsExceededException;
import com.github.davidmoten.aws.lw.client.Request;
import com.github.davidmoten.aws.lw.client.Response;
import com.github.davidmoten.aws.lw.client.ServiceException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A bucket of S3-compatible storage. Addresses name it in their path, which every such storage
/// understands.
final class Bucket {
    private static final int ATTEMPTS = 2;
    private static final int SECONDS_TO_CONNECT = 3;
    private static final int SECONDS_TO_ANSWER = 10;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final String address;
    private final Client client;

    Bucket(URI address, MediaSettings settings) {
        this.address = address.toString().replaceFirst("/+$", "");
        client =
                Client.s3()
                        .region(settings.bucketRegion())
                        .accessKey(settings.bucketKey())
                        .secretKey(settings.bucketSecret())
                        .connectTimeout(SECONDS_TO_CONNECT, TimeUnit.SECONDS)
                        .readTimeout(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
                        .retryMaxAttempts(ATTEMPTS)
                        .retryInitialInterval(100, TimeUnit.MILLISECONDS)
                        .build();
    }

    /// Nothing was read or written; the message is a sentence for the log.
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Away(String sentence, RuntimeException cause) {
            super(sentence, cause);
        }

        Away(String sentence) {
            super(sentence);
        }
    }

    /// @throws Away when the storage does not say whether it is there
    Optional<byte[]> read(String key) {
        var answer = answer(key, at(key).method(HttpMethod.GET));
        return switch (answer.statusCode()) {
            case OK -> Optional.of(answer.content());
            case NOT_FOUND -> Optional.empty();
            default -> throw refused(key, answer);
        };
    }

    /// Returns once the storage has acknowledged it.
    ///
    /// @throws Away when it has not
    void write(String key, String type, byte[] bytes) {
        var answer =
                answer(
                        key,
                        at(key).method(HttpMethod.PUT)
                                .header("Content-Type", type)
                                .requestBody(bytes));
        if (answer.statusCode() != OK) {
            throw refused(key, answer);
        }
    }

    private Request at(String key) {
        return client.url(address + "/" + key);
    }

    private static Response answer(String key, Request request) {
        try {
            return request.response();
        } catch (ServiceException | MaxAttemptsExceededException | UncheckedIOException e) {
            throw new Away("The bucket for pictures does not answer for %s.".formatted(key), e);
        }
    }

    private static Away refused(String key, Response answer) {
        return new Away(
                "The bucket for pictures answers %d for %s.".formatted(answer.statusCode(), key));
    }
}
