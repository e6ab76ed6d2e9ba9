package musette.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import musette.media.Crop;
import musette.media.Picture;
import musette.stories.Teaser;
import org.jspecify.annotations.Nullable;

/// Stories one under the other, newest first, parted by days, with the time in the margin.
public final class StoryList {
    private static final DateTimeFormatter DAY = Moment.words("EEEE d MMMM uuuu");

    private StoryList() {}

    /// @param words `Saturday 1 April 2023`
    public record Day(String words, List<Entry> entries) {
        public Day {
            entries = List.copyOf(entries);
        }
    }

    /// @param picture in the crop of its place, absent for a story without one
    public record Entry(
            String address,
            String kicker,
            String headline,
            String standfirst,
            StoryState state,
            Moment at,
            @Nullable ShownPicture picture) {

        public boolean breaking() {
            return state == StoryState.BREAKING;
        }
    }

    /// The stories by day of the publication's zone, in the order they came.
    public static List<Day> of(
            List<Teaser> stories, Map<String, Picture> pictures, ZoneId zone, Instant now) {
        Map<LocalDate, List<Entry>> days = new LinkedHashMap<>();
        for (var story : stories) {
            var at = Moment.clock(story.publishedAt(), zone);
            days.computeIfAbsent(
                            story.publishedAt().atZone(zone).toLocalDate(),
                            day -> new ArrayList<>())
                    .add(entry(story, at, now, shown(story, pictures, Crop.LANDSCAPE)));
        }
        return days.entrySet().stream()
                .map(day -> new Day(DAY.format(day.getKey()), day.getValue()))
                .toList();
    }

    /// The names of the pictures that those stories are shown with.
    public static List<String> pictures(List<Teaser> stories) {
        return stories.stream().flatMap(story -> story.picture().stream()).toList();
    }

    public static @Nullable ShownPicture shown(
            Teaser story, Map<String, Picture> pictures, Crop crop) {
        return story.picture()
                .map(pictures::get)
                .map(picture -> ShownPicture.of(picture, crop))
                .orElse(null);
    }

    public static Entry entry(
            Teaser story, Moment at, Instant now, @Nullable ShownPicture picture) {
        return new Entry(
                "/" + story.slug(),
                story.kicker(),
                story.headline(),
                story.standfirst(),
                StoryState.of(story.moreToFollow(), story.publishedAt(), now),
                at,
                picture);
    }
}
