package org.giaoban.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rosters as other modules ask for them: numbers, and who is expected. Row security keeps foreign branches empty. */
@Service
@Transactional(readOnly = true)
public class Roster {

    private final RosterRepository rosters;
    private final RosterRules rules;

    Roster(RosterRepository rosters, RosterRules rules) {
        this.rosters = rosters;
        this.rules = rules;
    }

    /** How many belong to a branch on a day, and how many of them are expected at its meetings. */
    public record Count(int members, int probationary, int exempt, int away, int expected, int voting) {

        static final Count NONE = new Count(0, 0, 0, 0, 0, 0);
    }

    /** Whether units of this kind keep a roster. */
    public boolean keeps(String kind) {
        return rules.branchKinds().contains(kind);
    }

    /** The kinds of units that keep a roster. */
    public Set<String> kinds() {
        return rules.branchKinds();
    }

    /** Those who are to attend the meetings of a branch on a day. */
    public List<PersonId> expected(UnitId unit, LocalDate day) {
        var states = rules.states();
        var absences = rules.absences();
        return rosters.on(List.of(unit), day).stream()
                .filter(line -> expected(line, states, absences))
                .map(Member.Line::person)
                .toList();
    }

    /** The counts of many branches; one without a roster the viewer may read is left out. */
    public Map<UnitId, Count> counts(Collection<UnitId> units, LocalDate day) {
        var states = rules.states();
        var absences = rules.absences();
        var counts = new LinkedHashMap<UnitId, Count>();
        for (var line : rosters.on(units, day)) {
            counts.merge(line.unit(), one(line, states, absences), Roster::sum);
        }
        return counts;
    }

    public Map<UnitId, Integer> admitted(Collection<UnitId> units, DateRange days) {
        return rosters.admitted(units, days);
    }

    static boolean expected(Member.Line line, Map<String, MemberState> states, Map<String, AbsenceKind> absences) {
        var away = line.away();
        var kind = away == null ? null : absences.get(away.kind());
        var state = states.get(line.state());
        return state != null && state.attends() && (kind == null || kind.attends());
    }

    private static Count one(Member.Line line, Map<String, MemberState> states, Map<String, AbsenceKind> absences) {
        var state = states.get(line.state());
        return new Count(
                1,
                line.state().equals("PROBATIONARY") ? 1 : 0,
                line.state().equals("EXEMPT") ? 1 : 0,
                line.away() == null ? 0 : 1,
                expected(line, states, absences) ? 1 : 0,
                state != null && state.votes() ? 1 : 0);
    }

    private static Count sum(Count one, Count other) {
        return new Count(
                one.members + other.members,
                one.probationary + other.probationary,
                one.exempt + other.exempt,
                one.away + other.away,
                one.expected + other.expected,
                one.voting + other.voting);
    }
}
