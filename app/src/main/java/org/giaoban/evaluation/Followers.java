package org.giaoban.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.HeldMeetings;
import org.giaoban.meetings.HeldMeetings.Visit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who follows which branch, and which of its meetings they attended. */
@Service
@Transactional
class Followers {

    private final FollowerRepository repository;
    private final HeldMeetings meetings;
    private final Access access;
    private final Audit audit;

    Followers(FollowerRepository repository, HeldMeetings meetings, Access access, Audit audit) {
        this.repository = repository;
        this.meetings = meetings;
        this.access = access;
        this.audit = audit;
    }

    /** A follower with the meetings of the branch they attended while they followed it. */
    record Followed(Follower follower, List<Visit> visits) {}

    @Transactional(readOnly = true)
    boolean follows(PersonId person, UnitId unit, LocalDate day) {
        return repository.follows(person, unit, day);
    }

    @Transactional(readOnly = true)
    List<Follower> of(UnitId unit, LocalDate day) {
        return repository.of(unit, day);
    }

    @Transactional(readOnly = true)
    List<Followed> during(DateRange days) {
        Scope scope = access.scope(Capability.MEETING_READ);
        var all = repository.during(scope, days);
        var persons = all.stream().map(Follower::person).collect(Collectors.toSet());
        var units = all.stream().map(Follower::unit).distinct().toList();
        var visits = meetings.visits(persons, units, days);
        var followed = new ArrayList<Followed>();
        for (var one : all) {
            followed.add(new Followed(
                    one,
                    visits.stream()
                            .filter(visit -> visit.person().equals(one.person())
                                    && visit.unit().equals(one.unit())
                                    && one.valid().contains(visit.day()))
                            .toList()));
        }
        return followed;
    }

    void assign(Follower follower) {
        access.require(Capability.EVALUATE, follower.unit());
        try {
            repository.add(follower);
        } catch (DataIntegrityViolationException twice) {
            throw new Refused("evaluation.refused.follows");
        }
        record("evaluation.follower-assigned", follower.unit(), follower.valid().from());
    }

    void end(UUID id, LocalDate until) {
        var follower = repository.find(id).orElseThrow(() -> new NotFound(id));
        access.require(Capability.EVALUATE, follower.unit());
        if (!repository.end(id, until)) {
            throw new Refused("evaluation.refused.follower-ended");
        }
        record("evaluation.follower-ended", follower.unit(), until);
    }

    static Follower make(PersonId person, UnitId unit, LocalDate from, String decision) {
        return new Follower(Uuid7.next(), person, unit, DateRange.from(from), decision);
    }

    private void record(String act, UnitId unit, LocalDate day) {
        audit.record(act, new ObjectRef("unit", unit.value()), unit, Map.of("from", Formats.date(day)));
    }
}
