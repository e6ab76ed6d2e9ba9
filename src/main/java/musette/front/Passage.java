package musette.front;

import java.util.List;
import java.util.stream.Collectors;
import musette.pages.Moment;
import musette.pages.ResultTable;
import musette.pages.ShownPicture;

/// A block of a story as readers see it.
sealed interface Passage {
    /// Whether it is read, and not only looked at.
    default boolean isRead() {
        return true;
    }

    record Paragraph(List<Run> runs) implements Passage {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    record Heading(String words) implements Passage {}

    /// Words of the story once more, set large.
    record PullQuote(String words) implements Passage {}

    record Quote(List<Paragraph> paragraphs) implements Passage {
        public Quote {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    record Listing(boolean isNumbered, List<Point> points) implements Passage {
        public Listing {
            points = List.copyOf(points);
        }

        record Point(List<Paragraph> paragraphs) {
            public Point {
                paragraphs = List.copyOf(paragraphs);
            }
        }
    }

    /// @param isFirst whether it is seen at once
    record Figure(ShownPicture picture, List<Run> caption, boolean isFirst) implements Passage {
        public Figure {
            caption = List.copyOf(caption);
        }

        @Override
        public boolean isRead() {
            return false;
        }
    }

    /// What another site shows, loaded when it is asked for.
    ///
    /// @param player the address of what plays it
    /// @param page the address of its own page
    /// @param provider whose it is, for people
    record Embed(String player, String page, String provider, List<Run> caption)
            implements Passage {
        public Embed {
            caption = List.copyOf(caption);
        }

        @Override
        public boolean isRead() {
            return false;
        }

        /// What a frame is called that holds it.
        String title() {
            var words = caption.stream().map(Run::words).collect(Collectors.joining());
            return words.isBlank() ? provider : words;
        }
    }

    /// Added at a moment of its own.
    record Update(Moment at, List<Paragraph> paragraphs) implements Passage {
        public Update {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /// A table that somebody wrote.
    ///
    /// @param head what the columns are called; empty for a table of one row
    record Grid(List<Paragraph> head, List<Row> rows) implements Passage {
        public Grid {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }

        record Row(List<Paragraph> cells) {
            public Row {
                cells = List.copyOf(cells);
            }
        }
    }

    /// The table of the story's result.
    record Table(ResultTable result) implements Passage {
        @Override
        public boolean isRead() {
            return false;
        }
    }

    /// Another story, by its headline.
    record Related(String headline, String address) implements Passage {
        @Override
        public boolean isRead() {
            return false;
        }
    }

    /// Words that are set alike and lead to the same page.
    ///
    /// @param address where they lead, empty for nowhere
    record Run(String words, String address, boolean isStrong, boolean isEmphasized) {
        boolean leads() {
            return !address.isEmpty();
        }

        /// Whether the page is somebody else's.
        boolean leavesSite() {
            return leads() && !address.startsWith("/");
        }
    }
}
