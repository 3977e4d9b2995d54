package org.giaoban.preparation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.access.Grants;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingHead;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Zone;
import org.giaoban.preparation.MaterialController.Choices;
import org.giaoban.preparation.MaterialController.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the page of papers shows: the papers, and for those who prepare the meeting whom a paper can be for. */
@Service
@Transactional(readOnly = true)
class MaterialDesk {

    private final Materials materials;
    private final Meetings meetings;
    private final Organization organization;
    private final Mandates mandates;
    private final Grants grants;
    private final Chronicle chronicle;

    MaterialDesk(
            Materials materials,
            Meetings meetings,
            Organization organization,
            Mandates mandates,
            Grants grants,
            Chronicle chronicle) {
        this.materials = materials;
        this.meetings = meetings;
        this.organization = organization;
        this.mandates = mandates;
        this.grants = grants;
        this.chronicle = chronicle;
    }

    Page page(MeetingId id, MaterialForm form, Map<String, String> errors) {
        var head = meetings.head(meetings.toRead(id));
        var papers = materials.of(id);
        var items = meetings.agenda(id).stream()
                .collect(Collectors.toMap(
                        one -> one.id().toString(), MaterialDesk::label, (one, other) -> one, LinkedHashMap::new));
        var choices = head.runs() ? choices(head, papers) : Choices.NONE;
        return new Page(head, papers, items, choices, form, errors);
    }

    private static String label(AgendaItem item) {
        return item.position() + ". " + item.title();
    }

    /** Whom papers are for now stays among the choices, so that it keeps its name. */
    private Choices choices(MeetingHead head, List<Materials.Shown> papers) {
        var today = LocalDate.ofInstant(chronicle.now(), Zone.ID);
        var invited = meetings.attendees(head.line().id());
        var units = new LinkedHashSet<UnitId>();
        units.add(head.line().unit());
        invited.stream().map(Attendee::unit).filter(Objects::nonNull).forEach(units::add);
        papers.forEach(paper -> units.addAll(paper.material().circle().units()));
        var persons = new LinkedHashMap<String, String>();
        invited.stream()
                .filter(one -> one.person() != null)
                .forEach(one -> persons.put(one.person().value().toString(), one.name() + ", " + one.title()));
        return new Choices(
                persons,
                mandates.postNames(units, today),
                grants.roleNames(),
                named(units, head.line().day()));
    }

    private Map<String, String> named(Set<UnitId> units, LocalDate day) {
        var named = new LinkedHashMap<String, String>();
        organization.shortNames(List.copyOf(units), day).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> named.put(one.getKey().toString(), one.getValue()));
        return named;
    }
}
