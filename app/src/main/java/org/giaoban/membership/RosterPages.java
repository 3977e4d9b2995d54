package org.giaoban.membership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.organization.UnitFinder;
import org.giaoban.people.People;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the list of branches and the roster of one. */
@Service
@Transactional(readOnly = true)
class RosterPages {

    private static final int PAGE = 50;
    private static final int FOUND = 100;

    private final RosterRepository rosters;
    private final Roster roster;
    private final RosterRules rules;
    private final Organization organization;
    private final UnitFinder finder;
    private final Mandates mandates;
    private final People people;
    private final Access access;
    private final Clock clock;

    RosterPages(
            RosterRepository rosters,
            Roster roster,
            RosterRules rules,
            Organization organization,
            UnitFinder finder,
            Mandates mandates,
            People people,
            Access access,
            Clock clock) {
        this.rosters = rosters;
        this.roster = roster;
        this.rules = rules;
        this.organization = organization;
        this.finder = finder;
        this.mandates = mandates;
        this.people = people;
        this.access = access;
        this.clock = clock;
    }

    /** The branches a page at a time; {@code next} is where the next page begins. */
    public record Branches(
            String query, List<Branch> rows, @Nullable String next) {}

    /** A branch with its numbers. */
    public record Branch(Unit unit, Roster.Count count) {}

    /** The roster of one branch on one day. */
    public record Page(
            Unit unit,
            LocalDate day,
            String state,
            Map<String, String> states,
            Roster.Count count,
            List<Row> rows,
            boolean mayEdit,
            boolean branch) {}

    /** One person of the roster as shown. */
    public record Row(
            PersonId person,
            String name,
            String post,
            Member.Line line,
            String state,
            String away,
            boolean expected,
            boolean votes) {}

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Branches branches(String query, @Nullable UnitId after) {
        var scope = access.scope(Capability.MEMBER_READ);
        var found = query.isBlank()
                ? rosters.branches(scope, today(), after, PAGE + 1)
                : finder.find(query, today(), Capability.MEMBER_READ, FOUND).stream()
                        .filter(unit -> rules.branchKinds().contains(unit.kind()))
                        .map(Unit::id)
                        .toList();
        var slice = Slice.of(found, query.isBlank() ? PAGE : FOUND, UnitId::toString);
        var counts = roster.counts(slice.items(), today());
        var rows = slice.items().stream()
                .flatMap(id -> organization.find(id, today()).stream())
                .map(unit -> new Branch(unit, counts.getOrDefault(unit.id(), Roster.Count.NONE)))
                .toList();
        return new Branches(query, rows, slice.next());
    }

    /** The unit by its code, for those who may read its members. */
    Unit unit(String code, Capability capability) {
        var id = organization.idOf(code);
        access.require(capability, id);
        return organization
                .find(id, today())
                .orElseGet(() -> organization.versions(id).getLast());
    }

    Page roster(String code, LocalDate day, String state) {
        var unit = unit(code, Capability.MEMBER_READ);
        var rows = rows(unit.id(), day).stream()
                .filter(row -> state.isEmpty()
                        || (state.equals("AWAY")
                                ? row.line().away() != null
                                : row.line().state().equals(state)))
                .toList();
        return new Page(
                unit,
                day,
                state,
                stateNames(true),
                roster.counts(List.of(unit.id()), day).getOrDefault(unit.id(), Roster.Count.NONE),
                rows,
                access.allows(Capability.MEMBER_EDIT, unit.id()),
                rules.branchKinds().contains(unit.kind()));
    }

    /** In the order of given names, the branch's leaders first. */
    List<Row> rows(UnitId unit, LocalDate day) {
        var lines = rosters.on(List.of(unit), day);
        var names = people.names(lines.stream().map(Member.Line::person).toList());
        var posts = posts(unit, day);
        var states = rules.states();
        var kinds = rules.absences();
        var rows = new ArrayList<Row>();
        for (var line : lines) {
            var state = states.get(line.state());
            var away = line.away();
            var kind = away == null ? null : kinds.get(away.kind());
            rows.add(new Row(
                    line.person(),
                    names.getOrDefault(line.person(), ""),
                    posts.getOrDefault(line.person(), ""),
                    line,
                    state == null ? line.state() : state.name(Texts.language()),
                    away == null || kind == null ? "" : kind.name(Texts.language()) + ", " + away.place(),
                    Roster.expected(line, states, kinds),
                    state != null && state.votes()));
        }
        var leaders = new ArrayList<>(posts.keySet());
        rows.sort(Comparator.<Row>comparingInt(
                        row -> row.post().isEmpty() ? Integer.MAX_VALUE : leaders.indexOf(row.person()))
                .thenComparing(Row::name, VietnameseText.nameOrder()));
        return rows;
    }

    private Map<PersonId, String> posts(UnitId unit, LocalDate day) {
        return mandates.in(unit, day).stream()
                .collect(Collectors.toMap(
                        Mandate::person,
                        mandate -> mandates.postName(mandate.post()),
                        (one, other) -> one + ", " + other,
                        LinkedHashMap::new));
    }

    Map<String, String> stateNames(boolean withAway) {
        var names = new LinkedHashMap<String, String>();
        rules.states().forEach((code, state) -> names.put(code, state.name(Texts.language())));
        if (withAway) {
            names.put("AWAY", Texts.text("membership.filter.away"));
        }
        return names;
    }
}
