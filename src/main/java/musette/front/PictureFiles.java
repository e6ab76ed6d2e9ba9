package musette.front;

import java.time.Duration;
import java.util.Optional;
import musette.media.PictureCopies;
import musette.media.Pictures;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Who;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The copies of pictures, to be kept by browsers for good: a picture whose focus is moved has
/// other addresses. What was made once comes from `KeptPictures`.
@Controller
@MayCall(Who.ANYONE)
class PictureFiles {
    static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_NOW =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Pictures pictures;
    private final PictureCopies copies;

    PictureFiles(Pictures pictures, PictureCopies copies) {
        this.pictures = pictures;
        this.copies = copies;
    }

    @GetMapping("/pictures/{name}/{version}/{file}")
    ResponseEntity<byte[]> copy(
            @PathVariable String name, @PathVariable int version, @PathVariable String file) {
        return made(name, version, file)
                .orElseThrow(() -> HttpProblem.notFound("There is no such picture."));
    }

    /// For a page from before the focus was moved, the picture as it is now.
    private Optional<ResponseEntity<byte[]>> made(String name, int version, String file) {
        return pictures.byName(name)
                .filter(picture -> version <= picture.version())
                .flatMap(picture ->
                        copies.copy(picture, file)
                                .map(bytes ->
                                        answer(
                                                file,
                                                version == picture.version() ? FOR_GOOD : FOR_NOW,
                                                bytes)));
    }

    private static ResponseEntity<byte[]> answer(String file, CacheControl kept, byte[] bytes) {
        return ResponseEntity.ok().cacheControl(kept).contentType(type(file)).body(bytes);
    }

    static MediaType type(String file) {
        return file.endsWith("webp") ? MediaType.valueOf("image/webp") : MediaType.IMAGE_JPEG;
    }
}
