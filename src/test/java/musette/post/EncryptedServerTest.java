package musette.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import musette.post.PostSettings.Tls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;

/// STARTTLS and a password against a real server, with a certificate made for this test.
class EncryptedServerTest {
    private static final char[] SECRET = "maillot-jaune".toCharArray();
    private static final Mailbox US = new Mailbox("news@musette.example");

    @TempDir private static Path folder;
    private static SSLContext usual;
    private static SSLContext trusting;

    private final AtomicBoolean passwordSeen = new AtomicBoolean();

    @BeforeAll
    static void makeCertificate() throws Exception {
        var file = folder.resolve("server.p12");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(SECRET))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        assertThat(keytool.waitFor()).isZero();
        usual = SSLContext.getDefault();
        trusting = contextOf(file);
    }

    @AfterAll
    static void distrust() {
        SSLContext.setDefault(usual);
    }

    @Test
    void a_password_goes_over_an_encrypted_line() throws Exception {
        SSLContext.setDefault(trusting);
        try (var server =
                TestMailServer.openWith(b ->
                        b.enableTLS()
                                .requireTLS()
                                .requireAuth()
                                .startTlsSocketFactory(trusting)
                                .authenticationHandlerFactory(
                                        new EasyAuthenticationHandlerFactory(this::check)))) {
            try (var conversation = known(server, "maillot-jaune").open(US)) {
                assertThat(conversation.isOpen()).isTrue();
            }
            assertThat(passwordSeen).isTrue();
            assertThatThrownBy(() -> known(server, "wrong").open(US))
                    .isInstanceOf(MessagingException.class);
        } finally {
            SSLContext.setDefault(usual);
        }
    }

    @Test
    void a_server_with_an_unknown_certificate_never_sees_the_password() {
        try (var server =
                TestMailServer.openWith(b ->
                        b.enableTLS()
                                .startTlsSocketFactory(trusting)
                                .authenticationHandlerFactory(
                                        new EasyAuthenticationHandlerFactory(this::check)))) {
            assertThatThrownBy(() -> known(server, "maillot-jaune").open(US))
                    .isInstanceOf(MessagingException.class);
            assertThat(passwordSeen).isFalse();
        }
    }

    @Test
    void a_server_without_encryption_never_sees_the_password() {
        try (var server =
                TestMailServer.openWith(b ->
                        b.authenticationHandlerFactory(
                                new EasyAuthenticationHandlerFactory(this::check)))) {
            assertThatThrownBy(() -> known(server, "maillot-jaune").open(US))
                    .isInstanceOf(MessagingException.class);
            assertThat(passwordSeen).isFalse();
        }
    }

    private void check(String user, String password, org.subethamail.smtp.MessageContext context)
            throws LoginFailedException {
        passwordSeen.set(true);
        if (!password.equals("maillot-jaune")) {
            throw new LoginFailedException();
        }
    }

    private static MailServer known(TestMailServer server, String password) {
        return new MailServer("127.0.0.1", server.port(), "newsroom", password, Tls.STARTTLS);
    }

    private static SSLContext contextOf(Path file) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (var bytes = Files.newInputStream(file)) {
            store.load(bytes, SECRET);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, SECRET);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
