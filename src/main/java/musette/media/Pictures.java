package musette.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import musette.store.DataFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The newsroom's pictures.
@EnableConfigurationProperties(MediaSettings.class)
@Component
public class Pictures {
    private static final int NAME_LENGTH = 32;

    /// One takes some 200 MB at most while it is read and turned.
    private static final int AT_ONCE = 1;

    private static final String ADD_PICTURE =
            """
            INSERT INTO picture (name, width, height, credit, caption, added_by, added_at)
            VALUES (:name, :width, :height, :credit, :caption, :who, :now)
            ON CONFLICT (name) DO NOTHING
            """;
    private static final String PICTURE =
            """
            SELECT *
            FROM picture
            WHERE name = :name
            """;
    private static final String PICTURES =
            """
            SELECT *
            FROM picture
            WHERE name IN (:names)
            """;
    private static final String WRITE_PICTURE =
            """
            UPDATE picture
            SET alt = :alt, is_decorative = :decorative, credit = :credit,
                focus_x = :x, focus_y = :y,
                version = version + ((focus_x, focus_y) <> (:x, :y))::integer
            WHERE name = :name
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final Originals originals;
    private final Semaphore reading = new Semaphore(AT_ONCE, true);

    public Pictures(JdbcClient sql, Clock clock, DataFolder data, MediaSettings settings) {
        this.sql = sql;
        this.clock = clock;
        originals = new Originals(data, settings);
    }

    /// Keeps what was brought; the same file brought again is the picture that is there.
    public Picture add(byte[] file, long who) throws PictureRefused {
        var name = name(file);
        var known = byName(name);
        return known.isPresent() ? known.get() : read(name, file, who);
    }

    private Picture read(String name, byte[] file, long who) throws PictureRefused {
        reading.acquireUninterruptibly();
        try {
            var picture = PictureFile.read(file);
            originals.keep(name, PictureCopies.original(picture.pixels()));
            sql.sql(ADD_PICTURE)
                    .param("name", name)
                    .param("width", picture.pixels().getWidth())
                    .param("height", picture.pixels().getHeight())
                    .param("credit", picture.lines().credit())
                    .param("caption", picture.lines().caption())
                    .param("who", who)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        } finally {
            reading.release();
        }
        return byName(name).orElseThrow();
    }

    private static String name(byte[] file) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(file);
            return HexFormat.of().formatHex(hash).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Optional<Picture> byName(String name) {
        return sql.sql(PICTURE).param("name", name).query(Pictures::picture).optional();
    }

    /// Those of that name, by their names.
    public Map<String, Picture> byNames(Collection<String> names) {
        return names.isEmpty()
                ? Map.of()
                : sql.sql(PICTURES).param("names", names).query(Pictures::picture).list().stream()
                        .collect(Collectors.toMap(Picture::name, Function.identity()));
    }

    /// Whether readers may see all of those.
    public boolean areReady(Collection<String> names) {
        var known = byNames(names);
        return names.stream()
                .allMatch(name -> known.containsKey(name) && known.get(name).isReady());
    }

    /// Says what a picture shows, who took it and what no crop may cut away.
    public void describe(
            String name, String alt, boolean isDecorative, String credit, Picture.Focus focus) {
        sql.sql(WRITE_PICTURE)
                .param("name", name)
                .param("alt", alt)
                .param("decorative", isDecorative)
                .param("credit", credit)
                .param("x", focus.x())
                .param("y", focus.y())
                .update();
    }

    private static Picture picture(ResultSet row, int number) throws SQLException {
        return new Picture(
                row.getString("name"),
                row.getInt("version"),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("alt"),
                row.getBoolean("is_decorative"),
                row.getString("credit"),
                row.getString("caption"),
                new Picture.Focus(row.getInt("focus_x"), row.getInt("focus_y")));
    }
}
