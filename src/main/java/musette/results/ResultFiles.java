package musette.results;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.pages.SameForEverybody;
import musette.racing.Races;
import musette.racing.Result;
import musette.racing.ResultKey;
import musette.racing.Results;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import musette.wire.ResultExport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Results to take along, in forms that the wire reads, at addresses that stay.
@Controller
@MayCall(Who.ANYONE)
class ResultFiles {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final MediaType JSON_LD = new MediaType("application", "ld+json");

    /// An agency's files say each row in a dozen lines; longer ones are for no program that reads
    /// them, ours included.
    private static final int MOST_ROWS = 10_000;

    private static final int LONG = 1_000;
    private static final Results.Part TOP = new Results.Part(1, LONG + 1, "");

    /// Long results are written one after the other, whoever asks: each takes much memory.
    private final Lock oneAtATime = new ReentrantLock();

    /// One body for all who take the same long result along, however slowly they read. A rider's
    /// new name is in it after that time.
    private final Cache<LongFile, byte[]> longFiles =
            Caffeine.newBuilder()
                    .maximumWeight(64 << 20)
                    .weigher((LongFile file, byte[] body) -> body.length)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();

    private record LongFile(long result, int revision, String form) {}

    private final Races races;
    private final Results results;
    private final SiteSettings site;

    ResultFiles(Races races, Results results, SiteSettings site) {
        this.races = races;
        this.results = results;
        this.site = site;
    }

    /// Where the files of a result are.
    ///
    /// @param size how many rows it has
    static List<ResultTable.Name> of(Result result, int size) {
        var address = ResultTables.address(result);
        var plain =
                List.of(
                        new ResultTable.Name("CSV", address + "/result.csv"),
                        new ResultTable.Name("JSON", address + "/result.json"));
        return size > MOST_ROWS
                ? plain
                : Stream.concat(
                                plain.stream(),
                                Stream.of(
                                        new ResultTable.Name("SportsML", address + "/result.xml"),
                                        new ResultTable.Name(
                                                "Sport Schema", address + "/result.jsonld")))
                        .toList();
    }

    @GetMapping({
        "/races/{slug}/{year}/result.{form:csv|json|xml|jsonld}",
        "/races/{slug}/{year}/{part}/result.{form:csv|json|xml|jsonld}",
        "/races/{slug}/{year}/{part}/{classification}/result.{form:csv|json|xml|jsonld}"
    })
    @SameForEverybody
    ResponseEntity<byte[]> file(
            @PathVariable String slug,
            @PathVariable int year,
            @PathVariable(required = false) @Nullable String part,
            @PathVariable(required = false) @Nullable String classification,
            @PathVariable String form) {
        var key = ResultKey.ofParts(part, classification).orElseThrow(ResultFiles::none);
        var edition = races.edition(slug, year).orElseThrow(ResultFiles::none);
        var top = results.ofEdition(edition.id(), key, TOP).shown().orElseThrow(ResultFiles::none);
        var body = top.rows().size() > LONG ? longBody(top, form) : body(top, form);
        var name = "%s-%d%s.%s".formatted(slug, year, key.path().replace('/', '-'), form);
        return ResponseEntity.ok()
                .contentType(type(form))
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(Templates.tag(body))
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(body);
    }

    private byte[] longBody(Result top, String form) {
        var isPlain = form.equals("csv") || form.equals("json");
        if (!isPlain && results.size(top) > MOST_ROWS) {
            throw HttpProblem.notFound(
                    "A result of so many rows can be taken along as CSV or JSON.");
        }
        return longFiles.get(new LongFile(top.id(), top.revision(), form), this::write);
    }

    private byte[] write(LongFile file) {
        oneAtATime.lock();
        try {
            return body(
                    results.revision(file.result(), file.revision()).orElseThrow(ResultFiles::none),
                    file.form());
        } finally {
            oneAtATime.unlock();
        }
    }

    private byte[] body(Result result, String form) {
        var export = ResultExport.of(result, site.resultsLicence());
        return switch (form) {
            case "csv" -> export.csv();
            case "json" -> export.json();
            case "jsonld" -> SportSchemaFile.of(export, ResultTables.name(result));
            default -> SportsMlFile.of(export, ResultTables.name(result));
        };
    }

    private static MediaType type(String form) {
        return switch (form) {
            case "csv" -> CSV;
            case "json" -> MediaType.APPLICATION_JSON;
            case "jsonld" -> JSON_LD;
            default -> MediaType.APPLICATION_XML;
        };
    }

    private static HttpProblem none() {
        return HttpProblem.notFound("No result of ours has this address.");
    }
}
