package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.organization.UnitKind;
import org.giaoban.people.People;
import org.springframework.stereotype.Component;

/** Which units a meeting invites without anybody naming them: by the rules of its kind, and as the meeting before did. */
@Component
class InvitedUnits {

    private static final int MOST = 300;

    private final Organization organization;
    private final Mandates mandates;
    private final People people;
    private final KindRepository kinds;
    private final AttendeeRepository attendees;

    InvitedUnits(
            Organization organization,
            Mandates mandates,
            People people,
            KindRepository kinds,
            AttendeeRepository attendees) {
        this.organization = organization;
        this.mandates = mandates;
        this.people = people;
        this.kinds = kinds;
        this.attendees = attendees;
    }

    /** The units below whose heads the kind invites: of the kinds it names, else those no committee between leads. */
    Set<UnitId> ofRules(UnitId unit, String kind, LocalDate day) {
        var chosen = new LinkedHashSet<UnitId>();
        var below = organization.subtree(unit, day);
        for (var rule : rules(kind, day)) {
            if (rule.who() == InvitationRule.Who.HEADS) {
                (rule.unitKinds().isEmpty() ? ledFrom(unit, below) : below)
                        .stream()
                                .filter(one -> fits(rule, one))
                                .limit(MOST)
                                .map(Unit::id)
                                .forEach(chosen::add);
            }
        }
        return chosen;
    }

    /** Without what stands under another Party committee: a district's meeting invites communes, and they their branches. */
    private List<Unit> ledFrom(UnitId top, List<Unit> below) {
        var elsewhere = new HashSet<UnitId>();
        var own = new ArrayList<Unit>();
        for (var one : below) {
            var led = one.parent() != null && elsewhere.contains(one.parent());
            if (!led) {
                own.add(one);
            }
            var committee = organization.kind(one.kind()).category() == UnitKind.Category.PARTY;
            if (led || committee && !one.id().equals(top)) {
                elsewhere.add(one.id());
            }
        }
        return own;
    }

    /** The units an earlier meeting invited, as far as they live on the day. */
    Set<UnitId> of(MeetingId earlier, LocalDate day) {
        var chosen = new LinkedHashSet<UnitId>();
        attendees.units(earlier).stream()
                .filter(unit -> organization.find(unit, day).isPresent())
                .forEach(chosen::add);
        return chosen;
    }

    /** Those the kind invites by a post, and guests still to be named. */
    List<Attendee> byPostAndGuests(UnitId unit, String kind, LocalDate day) {
        var all = new ArrayList<Attendee>();
        for (var rule : rules(kind, day)) {
            if (rule.who() == InvitationRule.Who.POST) {
                all.addAll(holders(unit, rule, day));
            } else if (rule.who() == InvitationRule.Who.GUEST && rule.label() != null) {
                all.add(Attendee.of(null, null, rule.label(), ""));
            }
        }
        return all;
    }

    private List<Attendee> holders(UnitId unit, InvitationRule rule, LocalDate day) {
        var units = organization.subtree(unit, day).stream()
                .limit(MOST)
                .filter(one -> fits(rule, one))
                .map(Unit::id)
                .toList();
        var held = mandates.in(units, day).stream()
                .filter(one -> one.post().equals(rule.post()))
                .toList();
        var names = people.names(held.stream().map(Mandate::person).toList());
        return held.stream()
                .map(one -> Attendee.of(one.person(), one.unit(), names.getOrDefault(one.person(), ""), one.title()))
                .toList();
    }

    /** Whether everybody with a mandate in the unit itself is invited. */
    boolean leadership(String kind, LocalDate day) {
        var rules = rules(kind, day);
        return rules.isEmpty() || rules.stream().anyMatch(rule -> rule.who() == InvitationRule.Who.LEADERSHIP);
    }

    private List<InvitationRule> rules(String kind, LocalDate day) {
        return kinds.find(kind, day).map(one -> one.version().invited()).orElse(List.of());
    }

    private static boolean fits(InvitationRule rule, Unit unit) {
        return rule.unitKinds().isEmpty() || rule.unitKinds().contains(unit.kind());
    }
}
