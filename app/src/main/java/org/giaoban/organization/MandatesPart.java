package org.giaoban.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected.Item;
import org.giaoban.organization.Conflict.Choice;
import org.giaoban.organization.SeatContests.Contest;
import org.giaoban.organization.SeatRepository.Seat;
import org.giaoban.people.People;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts held in units that end: who holds one the heir has too goes on there, unless the heir's single post would have two
 * holders; then somebody chooses. All others end with their unit.
 */
@Component
@Transactional(readOnly = true)
class MandatesPart implements ReorganisationPart {

    private final SeatRepository seats;
    private final SeatContests contests;
    private final People people;

    MandatesPart(SeatRepository seats, SeatContests contests, People people) {
        this.seats = seats;
        this.contests = contests;
        this.people = people;
    }

    @Override
    public String name() {
        return "mandates";
    }

    @Override
    public String label() {
        return Texts.text("organization.reorganisation.mandates");
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        var held = seats.running(handover.ended(), handover.day());
        var names = people.names(held.stream().map(Seat::person).distinct().toList());
        var goingOn = contests.goingOn(handover, held);
        var byUnit = held.stream().collect(Collectors.groupingBy(Seat::unit, LinkedHashMap::new, Collectors.toList()));
        var affected = new ArrayList<Affected>();
        byUnit.forEach((unit, all) -> affected.add(new Affected(
                unit,
                label(),
                all.size(),
                all.stream()
                        .limit(Affected.MOST)
                        .map(seat -> new Item(
                                Texts.text(
                                        "organization.reorganisation.seat",
                                        names.getOrDefault(seat.person(), ""),
                                        seat.postName()),
                                null,
                                becomes(handover, goingOn.get(seat))))
                        .toList())));
        return affected;
    }

    private static String becomes(Handover handover, @org.jspecify.annotations.Nullable UnitId heir) {
        var day = Formats.date(handover.day());
        return heir == null
                ? Texts.text("organization.reorganisation.seat-ends", day)
                : Texts.text("organization.reorganisation.seat-goes-on", handover.name(heir), day);
    }

    @Override
    public List<Conflict> conflicts(Handover handover) {
        var all = contests.of(handover, seats.running(handover.ended(), handover.day()));
        var names = people.names(all.stream()
                .flatMap(contest -> contest.candidates().stream())
                .map(Seat::person)
                .distinct()
                .toList());
        return all.stream().map(contest -> conflict(handover, contest, names)).toList();
    }

    private static Conflict conflict(Handover handover, Contest contest, Map<PersonId, String> names) {
        var choices = new ArrayList<Choice>();
        for (var seat : contest.candidates()) {
            choices.add(new Choice(
                    seat.id().toString(),
                    Texts.text(
                            "organization.reorganisation.seat-of",
                            names.getOrDefault(seat.person(), ""),
                            handover.formerName(seat.unit()))));
        }
        choices.add(new Choice(SeatContests.NOBODY, Texts.text("organization.reorganisation.seat-nobody")));
        var post = contest.candidates().getFirst().postName();
        return new Conflict(
                contest.key(handover),
                Texts.text(
                        "organization.reorganisation.two-holders",
                        handover.name(contest.heir()),
                        contest.candidates().size(),
                        post),
                choices);
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        var day = handover.day();
        var held = seats.running(handover.ended(), day);
        var goingOn = contests.goingOn(handover, held);
        var ending = new ArrayList<>(held);
        SeatContests.lost(handover, contests.of(handover, held)).stream()
                .filter(seat -> handover.livingHeirs().contains(seat.unit()))
                .forEach(ending::add);
        journal.write(SeatRepository.cut(ids(ending), day));
        journal.write(SeatRepository.withdrawn(ids(ending), day));
        journal.write(SeatRepository.begun(
                goingOn.entrySet().stream()
                        .map(entry -> moved(entry.getKey(), entry.getValue(), day))
                        .toList(),
                handover.author().document()));
    }

    private static List<java.util.UUID> ids(List<Seat> seats) {
        return seats.stream().map(Seat::id).toList();
    }

    private static Seat moved(Seat seat, UnitId heir, LocalDate day) {
        var from = seat.valid().from().isBefore(day) ? day : seat.valid().from();
        return new Seat(
                org.giaoban.kernel.Uuid7.next(),
                seat.person(),
                heir,
                seat.post(),
                seat.postName(),
                seat.single(),
                new DateRange(from, seat.valid().until()));
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return seats.counts(founded);
    }
}
