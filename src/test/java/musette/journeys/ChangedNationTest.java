package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import musette.stories.ChangedFact;
import musette.stories.FactChanges;
import musette.stories.Publication;
import musette.stories.Queue;
import org.junit.jupiter.api.Test;

/// A story says that somebody is the first winner from a nation, and it was another nation.
class ChangedNationTest {
    private static final String WINNERS =
            """
            # race: Strade Bianche
            # complete-since: 2007
            # first-held: 2007
            year,family,given,nation
            2007,Kolobnev,Alexandr,RUS
            2008,Cancellara,Fabian,SUI
            2009,Löfkvist,Thomas,SWE
            2010,Iglinskiy,Maxim,KAZ
            2011,Gilbert,Philippe,BEL
            """;
    private static final String RESULT =
            """
            # race: Strade Bianche
            # year: 2012
            # standing: %s
            place,uci_id,family,given,nation,gap
            1,10009404647,Sivakov,Pavel,%s,
            2,,Moser,Moreno,ITA,+0:42
            """;

    @Test
    void a_live_story_is_asked_again_though_the_other_nation_had_never_won_either() {
        try (var house = House.open(Instant.parse("2012-03-03T15:00:00Z"))) {
            var newsroom = new Newsroom(house);
            var editor = newsroom.signedIn("Nerea Díaz");
            newsroom.putIn(editor, WINNERS);
            newsroom.putIn(editor, RESULT.formatted("official", "FRA"));
            var flash = house.ask(Queue.class).waitingFlashes(1).getFirst();
            assertThat(flash.plainText()).contains("Sivakov is the first winner from France.");
            house.ask(Publication.class).publish(flash.id(), flash.author(), flash.head());

            newsroom.putIn(editor, RESULT.formatted("corrected", "AUS"));

            assertThat(house.ask(FactChanges.class).open())
                    .extracting(ChangedFact::source)
                    .anyMatch(source -> source.startsWith("question/nation/"));
        }
    }
}
