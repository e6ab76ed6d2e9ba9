package musette.pages;

import java.util.stream.Collectors;
import musette.media.Crop;
import musette.media.Picture;

/// A picture as a page shows it, with the room it takes known before it is there.
///
/// @param address of the copy for browsers that choose none
/// @param jpegs and `webps` the copies to choose from, as `srcset` has them
/// @param width and `height` of the copy at `address`, in pixels
/// @param alt empty for a decorative one
public record ShownPicture(
        String address,
        String jpegs,
        String webps,
        int width,
        int height,
        String alt,
        String credit) {
    private static final int FOR_OLD_BROWSERS = 960;

    public static ShownPicture of(Picture picture, Crop crop) {
        int width = picture.widthFrom(crop, FOR_OLD_BROWSERS);
        return new ShownPicture(
                picture.address(crop, width, "jpg"),
                copies(picture, crop, "jpg"),
                copies(picture, crop, "webp"),
                width,
                picture.height(crop, width),
                picture.isDecorative() ? "" : picture.alt(),
                picture.credit());
    }

    public boolean isTall() {
        return height > width;
    }

    private static String copies(Picture picture, Crop crop, String form) {
        return picture.widths(crop).stream()
                .map(width -> "%s %dw".formatted(picture.address(crop, width, form), width))
                .collect(Collectors.joining(", "));
    }
}
