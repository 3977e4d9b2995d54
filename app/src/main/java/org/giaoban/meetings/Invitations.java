package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who is invited when units are: their heads on the day of the meeting, with the titles of that day. */
@Component
class Invitations {

    private static final int MOST_UNITS = 300;

    private final Organization organization;
    private final Mandates mandates;
    private final People people;
    private final InvitedUnits rules;
    private final ObjectProvider<InvitationSource> sources;

    Invitations(
            Organization organization,
            Mandates mandates,
            People people,
            InvitedUnits rules,
            ObjectProvider<InvitationSource> sources) {
        this.organization = organization;
        this.mandates = mandates;
        this.people = people;
        this.rules = rules;
        this.sources = sources;
    }

    /** The units that can be invited to a meeting of this one, itself first. */
    List<Unit> units(UnitId unit, LocalDate day) {
        return organization.subtree(unit, day).stream().limit(MOST_UNITS).toList();
    }

    /** The people of a unit who can chair its meetings, the most senior first, by id. */
    Map<String, String> chairs(UnitId unit, LocalDate day) {
        var chairs = new LinkedHashMap<String, String>();
        var all = mandates.in(unit, day);
        var names = people.names(all.stream().map(Mandate::person).distinct().toList());
        all.forEach(mandate -> chairs.putIfAbsent(
                mandate.person().value().toString(),
                names.getOrDefault(mandate.person(), "") + ", " + mandate.title()));
        return chairs;
    }

    /** Those a new meeting invites: by the kind's rules, by other modules' knowledge, and the units named. */
    List<Attendee> toPlanned(Meeting meeting, Collection<UnitId> named) {
        var kind = meeting.plan().kind();
        var own = meeting.unit();
        var day = meeting.day();
        var all = new ArrayList<Attendee>();
        if (rules.leadership(kind, day)) {
            all.addAll(of(own, named, day));
        } else {
            var below = named.stream().filter(unit -> !unit.equals(own)).toList();
            all.addAll(of(List.of(), below, day));
        }
        all.addAll(rules.byPostAndGuests(own, kind, day));
        all.addAll(known(own, kind, day));
        return all;
    }

    /** The whole leadership of the meeting's own unit and the head of every other invited unit. */
    List<Attendee> of(UnitId own, Collection<UnitId> invited, LocalDate day) {
        var below = invited.stream().filter(unit -> !unit.equals(own)).toList();
        return of(mandates.in(own, day), below, day);
    }

    private List<Attendee> of(List<Mandate> leadership, Collection<UnitId> invited, LocalDate day) {
        var heads = mandates.heads(invited, day);
        var units = organization.names(invited, day);
        var chosen = new LinkedHashMap<PersonId, Mandate>();
        leadership.forEach(mandate -> chosen.putIfAbsent(mandate.person(), mandate));
        invited.stream()
                .map(heads::get)
                .filter(java.util.Objects::nonNull)
                .forEach(head -> chosen.putIfAbsent(head.person(), head));
        var names = people.names(chosen.keySet());
        var all = new ArrayList<Attendee>();
        chosen.values()
                .forEach(mandate -> all.add(Attendee.of(
                        mandate.person(), mandate.unit(), names.getOrDefault(mandate.person(), ""), mandate.title())));
        // A unit without a head is invited all the same: somebody will come for it.
        invited.stream()
                .filter(unit -> !heads.containsKey(unit))
                .forEach(unit -> all.add(Attendee.of(null, unit, units.getOrDefault(unit, "?"), "")));
        return all;
    }

    /** Whom other modules know to be invited to such a meeting, each once. */
    List<Attendee> known(UnitId own, String kind, LocalDate day) {
        var all = new LinkedHashMap<PersonId, Attendee>();
        sources.orderedStream()
                .flatMap(source -> source.invited(own, kind, day).stream())
                .forEach(one -> all.putIfAbsent(one.person(), attendee(one)));
        return List.copyOf(all.values());
    }

    private static Attendee attendee(InvitationSource.Invited one) {
        var invited = Attendee.of(one.person(), one.unit(), one.name(), one.title());
        return one.votes() ? invited : invited.voteless();
    }

    /** Posts held in some units, by code, for an order that names a post. */
    Map<String, String> posts(Collection<UnitId> units, LocalDate day) {
        var posts = new LinkedHashMap<String, String>();
        mandates.in(units, day).forEach(mandate -> posts.computeIfAbsent(mandate.post(), mandates::postName));
        return posts;
    }
}
