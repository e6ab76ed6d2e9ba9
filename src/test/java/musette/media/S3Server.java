package musette.media;

import static org.awaitility.Awaitility.await;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import com.github.davidmoten.aws.lw.client.Request;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// S3-compatible storage in a folder, served by a process of its own that checks every signature.
final class S3Server implements AutoCloseable {
    static final String KEY = "newsroom";
    static final String SECRET = "a secret of the newsroom's";
    private static final String BUCKET = "photographs";

    private final Path folder;
    private final int port;
    private Process process;

    /// @param folder an empty one for the server alone
    S3Server(Path folder) throws IOException {
        this.folder = folder;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = start();
        bucketRequest().method(HttpMethod.PUT).execute();
    }

    /// As `musette.media.bucket` has it, with a folder in the bucket.
    String bucket() {
        return address() + "/" + BUCKET + "/musette";
    }

    /// Where the object of that key lies on the disk.
    Path object(String key) {
        return folder.resolve("objects").resolve(BUCKET).resolve("musette").resolve(key);
    }

    void stop() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void startAgain() throws IOException {
        process = start();
    }

    @Override
    public void close() {
        stop();
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private Request bucketRequest() {
        return Client.s3()
                .region("us-east-1")
                .accessKey(KEY)
                .secretKey(SECRET)
                .build()
                .url(address() + "/" + BUCKET);
    }

    private Process start() throws IOException {
        var settings = folder.resolve("s3proxy.conf");
        var objects = Files.createDirectories(folder.resolve("objects"));
        Files.write(
                settings,
                List.of(
                        "s3proxy.endpoint=" + address(),
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + KEY,
                        "s3proxy.credential=" + SECRET,
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.identity=any",
                        "jclouds.credential=any",
                        "jclouds.filesystem.basedir=" + objects.toAbsolutePath()));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var started =
                new ProcessBuilder(
                                java,
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                new File("target/s3proxy.jar").getAbsolutePath(),
                                "--properties",
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> !started.isAlive() || answers());
        return started;
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
