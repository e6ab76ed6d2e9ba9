package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import musette.site.Assets;
import musette.staff.StaffLinks;
import musette.text.RandomStories;
import musette.text.StoryText;
import org.junit.jupiter.api.Test;

/// The editor and the server take the same stories and refuse the same.
class SchemaInABrowserTest {
    private static final int STORIES = 50_000;
    private static final int AT_ONCE = 2_500;

    @Test
    void both_sides_take_and_refuse_the_same_stories() {
        try (var house = House.open(Instant.parse("2023-04-01T14:00:00Z"));
                var eyes = new Eyes();
                var context = eyes.context(1_280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.navigate(house.address(house.ask(StaffLinks.class).ownerPath()));
            page.locator("main .button").click();
            Writer.open(page, house.address("/desk/stories/" + new Newsroom(house).flash("One")));
            var stories = new RandomStories(20_261_128);
            int taken = 0;
            for (int done = 0; done < STORIES; done += AT_ONCE) {
                var batch = new ArrayList<String>();
                for (int i = 0; i < AT_ONCE; i++) {
                    batch.add(stories.next());
                }
                var here = batch.stream().map(SchemaInABrowserTest::isTaken).toList();
                var there = taken(page, batch);
                for (int i = 0; i < AT_ONCE; i++) {
                    assertThat(there.charAt(i) == 'y').as(batch.get(i)).isEqualTo(here.get(i));
                }
                taken += (int) here.stream().filter(it -> it).count();
            }
            assertThat(taken).isBetween(STORIES / 5, STORIES * 4 / 5);
        }
    }

    private static boolean isTaken(String story) {
        try {
            StoryText.read(story);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String taken(Page page, List<String> stories) {
        return (String)
                page.evaluate(
                        """
                        async ({ module, stories }) => {
                            const { loadSchema, readStory } = await import(module);
                            const schema = await loadSchema();
                            return stories.map((story) => {
                                try {
                                    readStory(schema, JSON.parse(story));
                                    return "y";
                                } catch (refusal) {
                                    if (refusal instanceof RangeError) return "n";
                                    throw refusal;
                                }
                            }).join("");
                        }
                        """,
                        Map.of("module", Assets.at("story-schema.js"), "stories", stories));
    }
}
