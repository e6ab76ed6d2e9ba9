package musette.media;

import java.util.List;

/// A picture as the newsroom has it.
///
/// @param name 32 hexadecimal digits, from the file that was brought
/// @param version counts how often the focus was moved; copies are named by it
/// @param width and `height` in pixels, upright
/// @param alt what is to be seen, for whoever does not see it; empty while nobody has said
/// @param isDecorative whether it says nothing that would have to be told
/// @param credit who took it, empty while nobody has said
/// @param caption what the photographer wrote under it, may be empty
/// @param focus what no crop may cut away
public record Picture(
        String name,
        int version,
        int width,
        int height,
        String alt,
        boolean isDecorative,
        String credit,
        String caption,
        Focus focus) {

    private static final List<Integer> WIDTHS = List.of(320, 640, 960, 1_280, 1_920, 2_560);

    /// A point in thousandths from the left and from the top.
    public record Focus(int x, int y) {
        static final int WHOLE = 1_000;

        public Focus {
            x = Math.clamp(x, 0, WHOLE);
            y = Math.clamp(y, 0, WHOLE);
        }
    }

    /// Whether readers may see it: it is described or decorative, and says who took it.
    public boolean isReady() {
        return (isDecorative || !alt.isBlank()) && !credit.isBlank();
    }

    /// The widths in which that crop is to be had, the narrowest first. Nothing is ever enlarged.
    public List<Integer> widths(Crop crop) {
        int whole = crop.of(this).width;
        var widths = WIDTHS.stream().filter(width -> width <= whole).toList();
        return widths.isEmpty() ? List.of(whole) : widths;
    }

    /// How high a copy of that crop and width is.
    public int height(Crop crop, int width) {
        var cut = crop.of(this);
        return Math.max(1, Math.round(width * (float) cut.height / cut.width));
    }

    /// Where that copy is to be had on the site.
    ///
    /// @param form `webp` or `jpg`
    public String address(Crop crop, int width, String form) {
        return "/pictures/%s/%d/%s-%d.%s".formatted(name, version, crop.word(), width, form);
    }

    /// The narrowest copy that is at least so wide, or the widest there is.
    public int widthFrom(Crop crop, int least) {
        var widths = widths(crop);
        return widths.stream()
                .filter(width -> width >= least)
                .findFirst()
                .orElseGet(widths::getLast);
    }
}
