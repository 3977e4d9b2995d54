package org.giaoban.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.SampleMeetings;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.proceedings.Roll.Outcome;
import org.giaoban.proceedings.Roll.Said;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GiaoBanTest(story = "vu-quang-2018-11")
class OwnPresenceTest {

    private static final int PEOPLE = 60;

    @Autowired
    private SampleMeetings meetings;

    @Autowired
    private MeetingFloor floor;

    @Autowired
    private OwnPresence presence;

    @Autowired
    private Roll roll;

    @Autowired
    private CourseRepository courses;

    @Autowired
    private MarkRepository marks;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private Organization organization;

    @Autowired
    private DSLContext db;

    @Autowired
    private Clock clock;

    private MeetingId id = new MeetingId(new UUID(0, 0));
    private List<Viewer> people = List.of();

    @BeforeEach
    void begin() {
        id = system(() -> meetings.running(organization.idOf("SL"), "hop-btv", "Họp thử " + UUID.randomUUID(), 2));
        people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> new Viewer(AccountId.next(), PersonId.next(), "khach" + number, "Khách " + number))
                .toList();
        people.forEach(one -> db.execute(
                "insert into meetings.attendee (id, meeting_id, person_id, name, title) values (?, ?, ?, ?, '')",
                UUID.randomUUID(),
                id.value(),
                java.util.Objects.requireNonNull(one.person()).value(),
                one.name()));
    }

    private <T> T system(Supplier<T> work) {
        return viewer.as(Viewer.SYSTEM, work);
    }

    private String code() {
        return system(() -> courses.standing(id)).code().at(clock.instant());
    }

    private Outcome here(Viewer who, String code) {
        return viewer.as(who, () -> presence.here(id, false, code));
    }

    private UUID seat(Viewer who) {
        return system(() -> floor.seats(id)).stream()
                .filter(seat -> java.util.Objects.equals(seat.person(), who.person()))
                .map(Attendee::id)
                .findFirst()
                .orElseThrow();
    }

    /** All begin in the same moment. */
    private List<Outcome> atOnce(List<Callable<Outcome>> taps) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = taps.stream()
                    .map(tap -> threads.submit(() -> {
                        start.await();
                        return tap.call();
                    }))
                    .toList();
            start.countDown();
            var outcomes = new ArrayList<Outcome>();
            for (var one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }

    @Test
    void aWholeRoomTapsTwiceInOneMomentAndEverybodyIsThereOnce() throws Exception {
        var code = code();
        var twice = new ArrayList<>(people);
        twice.addAll(people);

        var outcomes = atOnce(twice.stream()
                .<Callable<Outcome>>map(who -> () -> here(who, code))
                .toList());

        assertThat(outcomes).filteredOn(Outcome.WRITTEN::equals).hasSize(PEOPLE);
        var rows = system(() -> marks.of(id));
        assertThat(rows).hasSize(PEOPLE).allMatch(row -> row.state() == PresenceState.PRESENT);
        assertThat(rows.stream().map(Mark::by))
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(Viewer::name).toList());
        assertThat(system(() -> floor.seats(id)))
                .filteredOn(seat -> seat.presence() == Presence.PRESENT)
                .extracting(Attendee::person)
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(Viewer::person).toList());
    }

    @Test
    void eachOfARoundHearsOnlyOfOnesOwn() throws Exception {
        var code = code();
        var stranger = new Viewer(AccountId.next(), PersonId.next(), "la", "Người lạ");
        var taps = new ArrayList<Callable<Outcome>>();
        people.subList(0, 20).forEach(who -> taps.add(() -> here(who, code)));
        taps.add(() -> {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> here(people.getLast(), "00000000".equals(code) ? "11111111" : "00000000"))
                    .satisfies(refused -> assertThat(refused.key()).isEqualTo("proceedings.refused.code"));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> here(stranger, code));
            return Outcome.ALREADY;
        });

        assertThat(atOnce(taps)).filteredOn(Outcome.WRITTEN::equals).hasSize(20);
        assertThat(system(() -> marks.of(id))).hasSize(20);
    }

    @Test
    void aTapFollowsWhatWasSaidOfOneBefore() {
        var who = people.getFirst();
        system(() -> roll.mark(id, new Said(seat(who), PresenceState.ABSENT, null, null, null)));

        assertThat(here(who, "")).isEqualTo(Outcome.WRITTEN);
        assertThat(here(who, code())).isEqualTo(Outcome.WRITTEN);
        assertThat(here(who, code())).isEqualTo(Outcome.ALREADY);
        assertThat(viewer.as(who, () -> presence.leave(id))).isEqualTo(Outcome.WRITTEN);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> viewer.as(who, () -> presence.leave(id)))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("proceedings.refused.not-here"));
        assertThat(system(() -> marks.of(id)).stream().map(Mark::state))
                .containsExactly(
                        PresenceState.ABSENT, PresenceState.ASKS_PRESENT, PresenceState.PRESENT, PresenceState.LEFT);
    }

    @Test
    void theirOwnTapsAndTheSecretarysListDoNotWaitInACircle() throws Exception {
        var code = code();
        atOnce(people.stream()
                .<Callable<Outcome>>map(who -> () -> here(who, ""))
                .toList());
        var taps = new ArrayList<Callable<Outcome>>();
        people.forEach(who -> taps.add(() -> quicker(() -> here(who, code))));
        taps.add(() -> quicker(() -> {
            system(() -> roll.grantAll(id));
            return Outcome.ALREADY;
        }));

        atOnce(taps);

        var rows = system(() -> marks.of(id));
        assertThat(rows).hasSize(2 * PEOPLE);
        assertThat(rows).filteredOn(row -> row.state() == PresenceState.PRESENT).hasSize(PEOPLE);
    }

    /** Whoever comes second is told who was quicker. */
    private static Outcome quicker(Supplier<Outcome> tap) {
        try {
            return tap.get();
        } catch (Refused late) {
            assertThat(late.key()).isEqualTo("proceedings.refused.marked-meanwhile");
            return Outcome.ALREADY;
        }
    }

    @Test
    void afterTheMeetingNobodyComes() {
        db.execute(
                "update meetings.meeting set state = 'CLOSED', closed_at = now(), ended_at = now() where id = ?",
                id.value());

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> here(people.getFirst(), code()))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("proceedings.refused.over"));
    }
}
