package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import musette.media.Crop;
import musette.media.Picture;
import musette.media.PictureRefused;
import musette.media.Pictures;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Who;
import musette.stories.Stories;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/// Pictures as the editor's script brings and describes them. Each answers with the picture:
/// `{"name":"…","address":"/pictures/…","width":3200,"height":2133,"alt":"…","isDecorative":false,
/// "credit":"…","caption":"…","x":500,"y":500,"isReady":true}`.
@Controller
@MayCall(Who.STAFF)
class PicturePages {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SEEN_WIDTH = 960;
    private static final int LONGEST_ALT = 500;
    private static final int LONGEST_CREDIT = 200;

    private final Pictures pictures;
    private final Stories stories;

    PicturePages(Pictures pictures, Stories stories) {
        this.pictures = pictures;
        this.stories = stories;
    }

    @PostMapping("/desk/pictures")
    ResponseEntity<byte[]> bring(@RequestParam MultipartFile file, HttpServletRequest request) {
        try {
            return answer(pictures.add(file.getBytes(), OnDuty.member(request)));
        } catch (PictureRefused refused) {
            return JsonAnswer.refused(refused.sentence());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/desk/pictures/{name}")
    ResponseEntity<byte[]> picture(@PathVariable String name) {
        return answer(find(name));
    }

    @PostMapping("/desk/pictures/{name}")
    ResponseEntity<byte[]> describe(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam(defaultValue = "false") boolean decorative,
            @RequestParam(defaultValue = "") String credit,
            @RequestParam int x,
            @RequestParam int y,
            HttpServletRequest request) {
        find(name);
        if (!OnDuty.mayPublish(request) && stories.show(name)) {
            return JsonAnswer.refused(
                    "Readers see this picture in a story; an editor changes what is said of it.");
        }
        if (alt.length() > LONGEST_ALT || credit.length() > LONGEST_CREDIT) {
            return JsonAnswer.refused(
                    "What it shows takes 500 characters at most, who took it 200. Nothing was"
                            + " changed.");
        }
        pictures.describe(name, alt.strip(), decorative, credit.strip(), new Picture.Focus(x, y));
        return answer(find(name));
    }

    private Picture find(String name) {
        return pictures.byName(name)
                .orElseThrow(() -> HttpProblem.notFound("The newsroom has no such picture."));
    }

    private static ResponseEntity<byte[]> answer(Picture picture) {
        var width = picture.widthFrom(Crop.WHOLE, SEEN_WIDTH);
        var json =
                JSON.createObjectNode()
                        .put("name", picture.name())
                        .put("address", picture.address(Crop.WHOLE, width, "jpg"))
                        .put("width", picture.width())
                        .put("height", picture.height())
                        .put("alt", picture.alt())
                        .put("isDecorative", picture.isDecorative())
                        .put("credit", picture.credit())
                        .put("caption", picture.caption())
                        .put("x", picture.focus().x())
                        .put("y", picture.focus().y())
                        .put("isReady", picture.isReady());
        return JsonAnswer.of(json.toString());
    }
}
