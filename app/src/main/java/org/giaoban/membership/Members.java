package org.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.membership.Member.Arrival;
import org.giaoban.membership.Member.Leaving;
import org.giaoban.organization.Organization;
import org.giaoban.people.NewPerson;
import org.giaoban.people.OpenFiles;
import org.giaoban.people.People;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the rosters: who comes, in what standing, who is away, who goes where. */
@Service
@Transactional
class Members {

    private static final String OFFICIAL = "OFFICIAL";
    private static final Map<String, String> BY_RIGHT = Map.of("part", "record", "by", Capability.MEMBER_READ.key());

    private final RosterRepository rosters;
    private final MemberWriter writer;
    private final RosterRules rules;
    private final Organization organization;
    private final People people;
    private final OpenFiles files;
    private final Access access;
    private final Audit audit;

    Members(
            RosterRepository rosters,
            MemberWriter writer,
            RosterRules rules,
            Organization organization,
            People people,
            OpenFiles files,
            Access access,
            Audit audit) {
        this.rosters = rosters;
        this.writer = writer;
        this.rules = rules;
        this.organization = organization;
        this.people = people;
        this.files = files;
        this.access = access;
        this.audit = audit;
    }

    /** The record of a member. The reading is written down first. */
    Member open(UnitId unit, PersonId person) {
        access.require(Capability.MEMBER_READ, unit);
        var member = of(unit, person);
        audit.read(Map.of(ref(person), unit), BY_RIGHT);
        return member;
    }

    private Member of(UnitId unit, PersonId person) {
        return rosters.find(person)
                .filter(member -> member.unit().equals(unit))
                .orElseThrow(() -> new NotFound(person));
    }

    PersonId enter(UnitId unit, NewMember wanted) {
        access.require(Capability.MEMBER_EDIT, unit);
        demandBranch(unit, wanted.from());
        var person = people.byCode(wanted.code())
                .orElseGet(() -> people.create(
                        new NewPerson(wanted.code(), wanted.name(), wanted.gender(), wanted.birthYear(), unit, "")));
        if (rosters.find(person).isPresent()) {
            throw new Refused("membership.refused.listed", wanted.code());
        }
        writer.member(
                person,
                unit,
                wanted.admittedOn(),
                wanted.state().equals(OFFICIAL) && wanted.arrived() == Arrival.ADMITTED ? wanted.from() : null);
        writer.stay(person, unit, wanted.from(), wanted.arrived(), "");
        writer.standing(person, unit, wanted.state(), wanted.from(), "");
        recorded("membership.entered", unit, person, Map.of("state", wanted.state(), "from", day(wanted.from())));
        return person;
    }

    private void demandBranch(UnitId unit, LocalDate day) {
        var there = organization.find(unit, day);
        if (there.isEmpty() || !rules.branchKinds().contains(there.get().kind())) {
            throw new Refused("membership.refused.no-branch");
        }
    }

    void changeState(UnitId unit, PersonId person, int version, Member.Standing next) {
        change(unit, person, version);
        writer.standing(person, unit, next.state(), next.valid().from(), next.decision());
        if (next.state().equals(OFFICIAL)) {
            writer.official(person, next.valid().from());
        }
        recorded(
                "membership.state-changed",
                unit,
                person,
                Map.of("state", next.state(), "from", day(next.valid().from())));
    }

    void away(UnitId unit, PersonId person, int version, Member.Absence away) {
        change(unit, person, version);
        writer.absence(person, unit, away);
        recorded(
                "membership.away",
                unit,
                person,
                Map.of("place", away.place(), "from", day(away.valid().from())));
    }

    void back(UnitId unit, PersonId person, int version, LocalDate day) {
        change(unit, person, version);
        writer.endAbsence(person, day);
        recorded("membership.back", unit, person, Map.of("until", day(day)));
    }

    /** From that day on the person belongs to another branch; what was stays with the one that is left. */
    void transfer(UnitId unit, PersonId person, int version, UnitId to, LocalDate day) {
        access.require(Capability.MEMBER_EDIT, to);
        if (to.equals(unit)) {
            throw new Refused("membership.refused.same-branch");
        }
        change(unit, person, version);
        demandBranch(to, day);
        writer.leave(person, day, Leaving.TRANSFERRED, organization.get(to, day).name());
        writer.stay(
                person,
                to,
                day,
                Arrival.TRANSFERRED,
                organization.names(List.of(unit), day).getOrDefault(unit, ""));
        writer.move(person, to);
        recorded("membership.transferred", unit, person, Map.of("until", day(day)));
        recorded("membership.received", to, person, Map.of("from", day(day)));
    }

    void leave(UnitId unit, PersonId person, int version, Leaving left, LocalDate day) {
        change(unit, person, version);
        writer.leave(person, day, left, "");
        writer.endStanding(person, day);
        writer.endAbsence(person, day);
        recorded("membership.left", unit, person, Map.of("left", left.name(), "until", day(day)));
    }

    private void change(UnitId unit, PersonId person, int version) {
        access.require(Capability.MEMBER_EDIT, unit);
        of(unit, person);
        files.demandOpen(person);
        if (!writer.touch(person, version)) {
            throw new Refused("membership.refused.stale");
        }
    }

    private void recorded(String act, UnitId unit, PersonId person, Map<String, String> details) {
        audit.record(act, ref(person), unit, details);
    }

    static ObjectRef ref(PersonId person) {
        return new ObjectRef("member", person.value());
    }

    private static String day(LocalDate day) {
        return Formats.date(day);
    }
}
