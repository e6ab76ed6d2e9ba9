package musette.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// nginx with one static file, tuned the way its own manual advises for static files.
record NginxBeside(ExternalProcess server, String address) implements AutoCloseable {
    private static final String CONFIGURATION =
            """
            daemon off;
            worker_processes auto;
            pid FOLDER/nginx.pid;
            error_log FOLDER/nginx.log;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 100000000;
                open_file_cache max=100;
                default_type "text/html; charset=utf-8";
                client_body_temp_path FOLDER/nginx-body;
                proxy_temp_path FOLDER/nginx-proxy;
                fastcgi_temp_path FOLDER/nginx-fastcgi;
                uwsgi_temp_path FOLDER/nginx-uwsgi;
                scgi_temp_path FOLDER/nginx-scgi;
                server { listen 127.0.0.1:PORT; root FOLDER/static; }
            }
            """;

    /// Started on those bytes, when nginx is installed.
    static Optional<NginxBeside> serving(byte[] bytes, Path folder) {
        return ExternalProcess.installed("nginx").map(nginx -> start(nginx, bytes, folder));
    }

    private static NginxBeside start(Path nginx, byte[] bytes, Path folder) {
        try {
            var port = ExternalProcess.freePort();
            var open = java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x");
            Files.setPosixFilePermissions(folder, open); // Its workers are another user.
            Files.createDirectories(folder.resolve("static"));
            Files.write(folder.resolve("static/story.html"), bytes);
            var configuration = folder.resolve("nginx.conf");
            Files.writeString(
                    configuration,
                    CONFIGURATION
                            .replace("FOLDER", folder.toString())
                            .replace("PORT", String.valueOf(port)));
            var server =
                    ExternalProcess.start(
                            List.of(nginx.toString(), "-c", configuration.toString()),
                            folder.resolve("nginx.out"));
            return new NginxBeside(server, "http://127.0.0.1:" + port + "/story.html");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
