package org.giaoban.preparation;

import static org.giaoban.preparation.InvitationWords.say;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.meetings.Attendee;
import org.giaoban.platform.Texts;

/**
 * Whom one copy of the printed invitation is for.
 *
 * @param name what its file is called by
 * @param to the lines after "Kính gửi"
 * @param invited who is asked to come, within the sentence
 * @param list those who stand in a list of their own, because the sheet has no room for them
 */
record Addressee(String name, List<String> to, String invited, List<Attendee> list) {

    private static final int ON_THE_SHEET = 8;

    /** By what the copies are made. */
    enum By {
        PERSON,
        UNIT
    }

    static Addressee all(List<Attendee> attendees) {
        var everybody = say("preparation.paper.you-all");
        return attendees.size() <= ON_THE_SHEET
                ? new Addressee("", attendees.stream().map(Addressee::comrade).toList(), everybody, List.of())
                : new Addressee("", List.of(say("preparation.paper.listed")), everybody, attendees);
    }

    static Addressee one(Attendee attendee) {
        return new Addressee(attendee.name(), List.of(comrade(attendee)), say("preparation.paper.you"), List.of());
    }

    /** A copy for each; whoever comes for no unit gets one by name. */
    static List<Addressee> each(By by, List<Attendee> attendees, Map<UnitId, String> names) {
        if (by == By.PERSON) {
            return attendees.stream().map(Addressee::one).toList();
        }
        var copies = new LinkedHashMap<Object, Addressee>();
        for (var attendee : attendees) {
            var unit = attendee.unit();
            var name = unit == null ? null : names.get(unit);
            var copy = name == null ? one(attendee) : new Addressee(name, List.of(name), lower(attendee), List.of());
            copies.merge(name == null ? attendee.id() : name, copy, Addressee::together);
        }
        return List.copyOf(copies.values());
    }

    private Addressee together(Addressee other) {
        return new Addressee(name, to, invited + "; " + other.invited, list);
    }

    private static String comrade(Attendee attendee) {
        return attendee.title().isBlank()
                ? say("preparation.paper.comrade", attendee.name())
                : say("preparation.paper.comrade-title", attendee.name(), attendee.title());
    }

    private static String lower(Attendee attendee) {
        var words = comrade(attendee);
        return words.substring(0, 1).toLowerCase(Texts.VIETNAMESE) + words.substring(1);
    }

    /** A file name every system accepts. */
    String fileName(int number) {
        var plain = VietnameseText.fold(name).replaceAll("[^a-z0-9]+", "-");
        return "%03d-%s.docx".formatted(number, plain.substring(0, Math.min(plain.length(), 60)));
    }
}
