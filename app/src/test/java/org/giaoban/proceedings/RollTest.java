package org.giaoban.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.SampleMeetings;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Refused;
import org.giaoban.proceedings.Notebook.Change;
import org.giaoban.proceedings.Notebook.Kind;
import org.giaoban.proceedings.Roll.Outcome;
import org.giaoban.proceedings.Roll.Said;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GiaoBanTest(story = "vu-quang-2018-11")
class RollTest {

    @Autowired
    private SampleMeetings meetings;

    @Autowired
    private MeetingFloor floor;

    @Autowired
    private Roll roll;

    @Autowired
    private Rolls rolls;

    @Autowired
    private CourseRepository courses;

    @Autowired
    private MarkRepository marks;

    @Autowired
    private SpeakingList speaking;

    @Autowired
    private HandVotes votes;

    @Autowired
    private Notebook notebook;

    @Autowired
    private Proceedings proceedings;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private Organization organization;

    @Autowired
    private Clock clock;

    private MeetingId id;
    private List<UUID> guests;

    @BeforeEach
    void begin() {
        id = system(() -> meetings.running(organization.idOf("SL"), "hop-btv", "Họp thử " + UUID.randomUUID(), 6));
        guests = system(() -> floor.seats(id)).stream()
                .filter(seat -> seat.person() == null)
                .map(Attendee::id)
                .toList();
    }

    private <T> T system(Callable<T> work) {
        return viewer.as(Viewer.SYSTEM, () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Outcome say(UUID guest, PresenceState state, Long seen) {
        return system(() -> roll.mark(id, new Said(guest, state, null, null, seen)));
    }

    @Test
    void whoTicksOnStaleSightSeesWhoWasQuicker() {
        assertThat(say(guests.getFirst(), PresenceState.PRESENT, 0L)).isEqualTo(Outcome.WRITTEN);
        assertThat(say(guests.getFirst(), PresenceState.PRESENT, 0L)).isEqualTo(Outcome.ALREADY);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> say(guests.getFirst(), PresenceState.ABSENT, 0L))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("proceedings.refused.marked-meanwhile"));
        assertThat(system(() -> marks.of(id))).hasSize(1);
    }

    @Test
    void ofManyWhoMarkOnePersonAtOnceOneIsWrittenAfterTheOther() throws Exception {
        var states = List.of(PresenceState.PRESENT, PresenceState.ABSENT, PresenceState.ONLINE, PresenceState.PRESENT);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = threads.invokeAll(states.stream()
                    .<Callable<Boolean>>map(state -> () -> {
                        try {
                            return say(guests.getFirst(), state, 0L) == Outcome.WRITTEN;
                        } catch (Refused late) {
                            return false;
                        }
                    })
                    .toList());
            var written = 0;
            for (var one : all) {
                written += one.get() ? 1 : 0;
            }
            assertThat(written).isEqualTo(1);
        }
        assertThat(system(() -> marks.of(id))).hasSize(1);
    }

    @Test
    void comingLateAndGoingEarlyIsReadFromTheRows() {
        var items = system(() -> floor.items(id));
        var opened = system(() -> floor.toRun(id)).openedAt();
        system(() -> {
            speaking.begin(id, items.getFirst().id());
            return roll.mark(
                    id,
                    new Said(
                            guests.get(1),
                            PresenceState.PRESENT,
                            null,
                            clock.instant().plusSeconds(900),
                            null));
        });
        var course = system(() -> proceedings.of(id));
        var person = course.people().stream()
                .filter(one -> one.attendee().equals(guests.get(1)))
                .findFirst()
                .orElseThrow();

        assertThat(person.late()).isTrue();
        assertThat(person.arrived()).isAfter(opened.plus(Duration.ofMinutes(10)));
        assertThat(say(guests.get(1), PresenceState.LEFT, null)).isEqualTo(Outcome.WRITTEN);
        assertThat(system(() -> floor.seats(id)).stream()
                        .filter(seat -> seat.id().equals(guests.get(1)))
                        .findFirst()
                        .orElseThrow()
                        .presence())
                .isEqualTo(Presence.PRESENT);
    }

    @Test
    void theCodeOnTheWallIsGoodForAMinuteAtMost() {
        var code = system(() -> courses.standing(id)).code();
        var now = clock.instant();

        assertThat(code.opens(code.at(now), now)).isTrue();
        assertThat(code.opens(ProceedingsWords.spaced(code.at(now)), now.plusSeconds(29)))
                .isTrue();
        assertThat(code.opens(code.at(now), now.plusSeconds(61))).isFalse();
        assertThat(code.opens("", now)).isFalse();
    }

    @Test
    void moreHandsThanPeopleIsRefusedAndNothingKept() {
        system(() -> {
            guests.forEach(guest -> roll.voting(id, guest, true));
            return roll.markRest(id);
        });
        var item = system(() -> floor.items(id)).getFirst().id();
        var here = system(() -> rolls.now(id)).votersHere();
        var tooMany = new VoteForm("Thông qua", "QUA-BAN", String.valueOf(here), "1", "");
        assertThat(system(() -> votes.take(id, item, tooMany)))
                .containsEntry(
                        "inFavour",
                        "Đếm được %d tay giơ nhưng chỉ có %d người có quyền biểu quyết đang có mặt. Đếm lại, hoặc điểm danh lại rồi ghi."
                                .formatted(here + 1, here));
        assertThat(system(() -> votes.of(id))).isEmpty();

        var half = new VoteForm("Thông qua", "QUA-BAN", String.valueOf(here / 2), "", "");
        assertThat(system(() -> votes.take(id, item, half))).isEmpty();
        var vote = system(() -> votes.of(id)).getFirst();
        assertThat(vote.carried()).isFalse();
        assertThat(vote.needed()).isEqualTo(here / 2 + 1);
        assertThat(vote.quorate()).isTrue();
    }

    @Test
    void everyPartOfTheDayHasItsOwnRoll() {
        system(() -> {
            roll.mark(id, new Said(guests.getFirst(), PresenceState.EXCUSED, "ốm", null, null));
            roll.markRest(id);
            roll.openPart(id, 1, 2);
            return roll.mark(id, new Said(guests.get(1), PresenceState.PRESENT, null, null, null));
        });
        var parts = system(() -> proceedings.of(id)).parts();

        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().present()).isEqualTo(parts.getFirst().summoned() - 1);
        assertThat(parts.getLast().present()).isEqualTo(1);
        assertThat(parts.getLast().excused()).isEqualTo(1);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> system(() -> {
                    roll.openPart(id, 1, 2);
                    return id;
                }));
    }

    @Test
    void whatTwentyWriteAtOnceIsAllThereAndSendingAgainChangesNothing() throws Exception {
        var item = system(() -> floor.items(id)).getFirst().id();
        var changes = java.util.stream.IntStream.range(0, 20)
                .mapToObj(number -> new Change(UUID.randomUUID(), Kind.ITEM, item, "", "Ý kiến thứ " + number + "."))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(changes.stream()
                    .<Callable<Notebook.Kept>>map(change -> () -> system(() -> notebook.write(id, List.of(change))))
                    .toList())) {
                done.get();
            }
        }
        system(() -> notebook.write(id, changes));

        assertThat(system(() -> floor.items(id)).getFirst().notes().text().lines())
                .containsExactlyInAnyOrderElementsOf(
                        changes.stream().map(Change::is).toList());
    }

    @Test
    void nobodySpeaksBesideAnotherAndNobodyWaitsTwice() {
        system(() -> {
            speaking.ask(id, null, guests.getFirst(), "");
            speaking.ask(id, null, guests.get(1), "");
            return id;
        });
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> system(() -> {
                    speaking.ask(id, null, guests.getFirst(), "");
                    return id;
                }));
        var entries = system(() -> speaking.entries(id));
        system(() -> {
            speaking.start(id, entries.getFirst().id());
            speaking.start(id, entries.get(1).id());
            return id;
        });

        assertThat(system(() -> speaking.entries(id)))
                .extracting(FloorEntry::state)
                .containsExactly(FloorEntry.State.DONE, FloorEntry.State.SPEAKING);
    }
}
