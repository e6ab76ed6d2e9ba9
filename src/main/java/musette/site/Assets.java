package musette.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/// The addresses of our own style sheets, fonts and modules.
///
/// All static files share one address, `/static/v-<hash>/`, where the hash is of all their bytes:
/// browsers may keep them for a year, and a new release is a new address. Inside the files,
/// relative addresses (`url(fonts/…)`, `import "./…"`) stay under the same hash by themselves.
public final class Assets {
    private static final String FOLDER = "v-" + hash();

    private static final String MODULES = "META-INF/resources/webjars/";
    private static final List<String> EDITOR =
            List.of(
                    "prosemirror-model/*/dist/index.js",
                    "prosemirror-state/*/dist/index.js",
                    "prosemirror-transform/*/dist/index.js",
                    "prosemirror-view/*/dist/index.js",
                    "prosemirror-history/*/dist/index.js",
                    "prosemirror-keymap/*/dist/index.js",
                    "prosemirror-commands/*/dist/index.js",
                    "prosemirror-inputrules/*/dist/index.js",
                    "prosemirror-schema-list/*/dist/index.js",
                    "prosemirror-collab/*/dist/index.js",
                    "orderedmap/*/dist/index.js",
                    "rope-sequence/*/dist/index.js",
                    "w3c-keyname/*/index.js");
    private static final String IMPORT_MAP = map();

    private Assets() {}

    /// Which module stands at which address, for the editor's page: an import map (WHATWG HTML
    /// 8.1.6.2). It must stand in the page itself.
    public static String importMap() {
        return IMPORT_MAP;
    }

    /// The import map as a content security policy names it.
    static String importMapHash() {
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                sha256().digest(IMPORT_MAP.getBytes(StandardCharsets.UTF_8)));
    }

    /// Where the editor's modules stand, as a pattern for the router.
    static String modulesPattern() {
        return at("modules/**");
    }

    static String modules() {
        return "classpath:/" + MODULES;
    }

    private static String map() {
        var map = JsonMapper.shared().createObjectNode();
        var imports = map.putObject("imports");
        for (var module : EDITOR) {
            imports.put(module.substring(0, module.indexOf('/')), at("modules/" + found(module)));
        }
        return map.toString();
    }

    /// The module's path with its version.
    private static String found(String module) {
        try {
            var files =
                    new PathMatchingResourcePatternResolver(Assets.class.getClassLoader())
                            .getResources("classpath*:" + MODULES + module);
            if (files.length != 1) {
                throw new IllegalStateException(
                        "One of the editor's modules is missing: " + module);
            }
            var path = name(files[0]);
            return path.substring(path.indexOf(MODULES) + MODULES.length());
        } catch (IOException e) {
            throw new UncheckedIOException("The editor's modules can't be read.", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

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
            var digest = sha256();
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
