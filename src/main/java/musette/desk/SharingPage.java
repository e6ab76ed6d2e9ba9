package musette.desk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import musette.pages.Preview;
import musette.site.Frame;

/// A story as others show it: a search, and whoever links to it.
///
/// @param path of the story at the desk
/// @param told what they are told of it
record SharingPage(Frame frame, String path, Preview told) {
    /// What the results of a search show, about: they measure signs in points of the screen.
    private static final int HEADLINE = 60;

    private static final int DESCRIPTION = 155;

    /// `news.example › izagirre-wins`.
    String place() {
        var address = URI.create(told.address());
        return address.getHost() + address.getPath().replace("/", " › ");
    }

    String host() {
        return URI.create(told.address()).getHost();
    }

    String headline() {
        return Preview.shortened(told.title(), HEADLINE);
    }

    String description() {
        return Preview.shortened(told.description(), DESCRIPTION);
    }

    /// What a writer may want to mend, a sentence each.
    List<String> advice() {
        var advice = new ArrayList<String>();
        if (told.title().length() > HEADLINE) {
            advice.add(
                    "The headline has %d signs; a search shows about %d of them."
                            .formatted(told.title().length(), HEADLINE));
        }
        if (told.description().isEmpty()) {
            advice.add("There are no words yet that could stand below the headline.");
        } else if (told.description().length() > DESCRIPTION) {
            advice.add(
                    "The standfirst has %d signs; a search shows about %d of them."
                            .formatted(told.description().length(), DESCRIPTION));
        }
        if (told.image() == null) {
            advice.add("The headline has signs that can't be drawn: links show no picture.");
        }
        return advice;
    }
}
