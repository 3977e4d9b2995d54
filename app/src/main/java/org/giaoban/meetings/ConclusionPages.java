package org.giaoban.meetings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the conclusion form offers: units, posts and people of the meeting. */
@Service
@Transactional(readOnly = true)
class ConclusionPages {

    /** What can be chosen. */
    record Options(
            List<Unit> units, Map<String, String> posts, Map<String, String> people, Map<String, String> items) {}

    private final MeetingPages pages;
    private final ConclusionRepository conclusions;
    private final Invitations invitations;

    ConclusionPages(MeetingPages pages, ConclusionRepository conclusions, Invitations invitations) {
        this.pages = pages;
        this.conclusions = conclusions;
        this.invitations = invitations;
    }

    MeetingPages.View view(MeetingId id) {
        return pages.runView(id);
    }

    ConclusionForm form(MeetingId id, UUID conclusion) {
        pages.runView(id);
        return ConclusionForm.of(conclusions.find(id, conclusion).orElseThrow(() -> new NotFound(conclusion)));
    }

    Options options(MeetingPages.View view) {
        var day = view.meeting().day();
        var units = invitations.units(view.meeting().unit(), day);
        return new Options(
                units,
                invitations.posts(units.stream().map(Unit::id).toList(), day),
                people(view.attendees()),
                items(view.items()));
    }

    /** What was sent but never offered, by field: somebody else's unit, post or person. */
    Map<String, String> notOffered(MeetingPages.View view, ConclusionForm form) {
        var offered = options(view);
        var units = offered.units().stream().map(Unit::id).toList();
        var errors = new LinkedHashMap<String, String>();
        tell(errors, "units", units.containsAll(form.chosen()));
        tell(errors, "helping", units.containsAll(form.helpers()));
        tell(errors, "post", form.blankOr(form.post(), offered.posts().keySet()));
        tell(errors, "person", form.blankOr(form.person(), offered.people().keySet()));
        tell(
                errors,
                "supervising",
                form.blankOr(form.supervising(), offered.people().keySet()));
        return errors;
    }

    private static void tell(Map<String, String> errors, String field, boolean offered) {
        if (!offered) {
            errors.put(field, Texts.text("meetings.error.not-offered"));
        }
    }

    private static Map<String, String> people(List<Attendee> attendees) {
        var people = new LinkedHashMap<String, String>();
        attendees.forEach(one -> {
            var person = one.person();
            if (person != null) {
                people.put(person.toString(), one.title().isEmpty() ? one.name() : one.name() + ", " + one.title());
            }
        });
        return people;
    }

    private static Map<String, String> items(List<AgendaItem> items) {
        var titles = new LinkedHashMap<String, String>();
        items.forEach(item -> titles.put(item.id().toString(), item.position() + ". " + item.title()));
        return titles;
    }
}
