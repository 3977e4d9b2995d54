package org.giaoban.membership;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.UnitPick;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.membership.Member.Leaving;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.people.People;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the page of one member's record. */
@Service
@Transactional
class MemberPages {

    private final Members members;
    private final RosterRules rules;
    private final RosterPages rosters;
    private final Organization organization;
    private final Mandates mandates;
    private final People people;
    private final UnitPick units;
    private final Access access;
    private final Audit audit;

    MemberPages(
            Members members,
            RosterRules rules,
            RosterPages rosters,
            Organization organization,
            Mandates mandates,
            People people,
            UnitPick units,
            Access access,
            Audit audit) {
        this.members = members;
        this.rules = rules;
        this.rosters = rosters;
        this.organization = organization;
        this.mandates = mandates;
        this.people = people;
        this.units = units;
        this.access = access;
        this.audit = audit;
    }

    /**
     * The record as shown.
     *
     * @param act the form that was refused, whose fields stand as typed
     */
    public record Page(
            Unit unit,
            Member member,
            String name,
            String title,
            Now now,
            List<Past> stays,
            List<Past> standings,
            List<Past> absences,
            @Nullable Choices choices,
            Typed typed,
            List<AuditEntry> history) {

        String base() {
            return "/members/" + unit.code() + "/" + member.person();
        }
    }

    /** What holds today. */
    public record Now(String state, String away) {}

    /** A line of the history. */
    public record Past(String what, String span, String note) {}

    /** What may be chosen; absent for those who only read. */
    public record Choices(
            Map<String, String> states,
            Map<String, String> kinds,
            Map<String, String> branches,
            Map<String, String> leavings) {}

    /** What was typed last and what is wrong with it. */
    public record Typed(String act, MemberForm form, Map<String, String> faults) {

        MemberForm in(String asked) {
            return act.equals(asked) ? form : MemberForm.EMPTY;
        }

        Map<String, String> wrong(String asked) {
            return act.equals(asked) ? faults : Map.of();
        }
    }

    Page page(Unit unit, PersonId person, String act, MemberForm form, Map<String, String> faults) {
        var member = members.open(unit.id(), person);
        var kinds = kinds();
        var states = rosters.stateNames(false);
        var today = rosters.today();
        return new Page(
                unit,
                member,
                people.names(List.of(person)).getOrDefault(person, ""),
                mandates.titleOn(person, today),
                new Now(
                        member.standings().stream()
                                .filter(one -> one.valid().contains(today))
                                .map(one -> states.getOrDefault(one.state(), one.state()))
                                .findFirst()
                                .orElse(""),
                        member.absences().stream()
                                .filter(one -> one.valid().contains(today))
                                .map(one -> kinds.getOrDefault(one.kind(), one.kind()) + ", " + one.place())
                                .findFirst()
                                .orElse("")),
                stays(member),
                member.standings().stream()
                        .map(one -> new Past(
                                states.getOrDefault(one.state(), one.state()), span(one.valid()), one.decision()))
                        .toList(),
                member.absences().stream()
                        .map(one -> new Past(
                                kinds.getOrDefault(one.kind(), one.kind()) + ", " + one.place(),
                                span(one.valid()),
                                one.reason()))
                        .toList(),
                access.allows(Capability.MEMBER_EDIT, unit.id()) ? choices(unit.id(), states, kinds) : null,
                new Typed(act, form, faults),
                audit.history(Members.ref(person)));
    }

    private List<Past> stays(Member member) {
        var names = organization.names(
                member.stays().stream().map(Member.Stay::unit).distinct().toList(), rosters.today());
        return member.stays().stream()
                .map(one -> new Past(names.getOrDefault(one.unit(), ""), span(one.valid()), moved(one)))
                .toList();
    }

    private static String moved(Member.Stay stay) {
        var came = Texts.text("membership.arrival." + stay.arrived().name());
        var left = stay.left();
        return left == null ? came : came + "; " + Texts.text("membership.leaving." + left.name());
    }

    private Choices choices(UnitId unit, Map<String, String> states, Map<String, String> kinds) {
        var offered = units.offered(Capability.MEMBER_EDIT);
        var own = new LinkedHashMap<>(offered);
        own.remove(unit.toString());
        var leavings = java.util.Arrays.stream(Leaving.values())
                .filter(one -> one != Leaving.TRANSFERRED)
                .collect(Collectors.toMap(
                        Enum::name,
                        one -> Texts.text("membership.leaving." + one.name()),
                        (a, b) -> a,
                        LinkedHashMap::new));
        return new Choices(states, kinds, own, leavings);
    }

    Map<String, String> kinds() {
        var names = new LinkedHashMap<String, String>();
        rules.absences().forEach((code, kind) -> names.put(code, kind.name(Texts.language())));
        return names;
    }

    static String span(DateRange valid) {
        return valid.lastDay()
                .map(last -> Texts.text("membership.span.closed", Formats.date(valid.from()), Formats.date(last)))
                .orElseGet(() -> Texts.text("membership.span.open", Formats.date(valid.from())));
    }
}
