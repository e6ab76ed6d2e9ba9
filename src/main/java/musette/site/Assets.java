package musette.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The addresses of our own style sheets, fonts and modules.
///
/// All static files share one address, `/static/v-<hash>/`, where the hash is of all their bytes:
/// browsers may keep them for a year, and a new release is a new address. Inside the files,
/// relative addresses (`url(fonts/…)`, `import "./…"`) stay under the same hash by themselves.
public final class Assets {
    private static final String FOLDER = "v-" + hash();

    private Assets() {}

    /// The address of a file under `static/`: `musette.css`, `fonts/archivo-latin.woff2`.
    public static String at(String file) {
        return "/static/" + FOLDER + "/" + file;
    }

    /// Where the files of this very build stand, as a pattern for the router.
    static String pattern() {
        return at("**");
    }

    /// The file's name inside `static/`, whatever build it was asked of: a page from before a
    /// release must not lose its style during it.
    static String withoutBuild(String path) {
        return path.replaceFirst("^v-[0-9a-f]{12}/", "");
    }

    private static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var files =
                    new PathMatchingResourcePatternResolver(Assets.class.getClassLoader())
                            .getResources("classpath:/static/**");
            Arrays.sort(files, Comparator.comparing(Assets::name));
            for (var file : files) {
                if (file.isReadable()) {
                    digest.update(file.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The static files can't be read.", e);
        }
    }

    private static String name(Resource file) {
        try {
            return file.getURL().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
