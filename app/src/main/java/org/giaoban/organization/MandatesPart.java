package org.giaoban.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected.Item;
import org.giaoban.organization.Conflict.Choice;
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

    private static final String NOBODY = "NONE";

    private final SeatRepository seats;
    private final ProfileRepository profile;
    private final People people;

    MandatesPart(SeatRepository seats, ProfileRepository profile, People people) {
        this.seats = seats;
        this.profile = profile;
        this.people = people;
    }

    /** A single post of an heir that more than one person would hold. */
    private record Contest(UnitId heir, String post, List<Seat> candidates) {
        String key(Handover handover) {
            return "mandate:" + post + ":" + handover.code(heir);
        }
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
        var goingOn = goingOn(handover, held);
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
        var contests = contests(handover, seats.running(handover.ended(), handover.day()));
        var names = people.names(contests.stream()
                .flatMap(contest -> contest.candidates().stream())
                .map(Seat::person)
                .distinct()
                .toList());
        return contests.stream()
                .map(contest -> conflict(handover, contest, names))
                .toList();
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
        choices.add(new Choice(NOBODY, Texts.text("organization.reorganisation.seat-nobody")));
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

    /** The mandates that go on, and where. */
    private Map<Seat, UnitId> goingOn(Handover handover, List<Seat> held) {
        var lost = lost(handover, contests(handover, held));
        var taken = new HashSet<List<Object>>();
        seats.running(handover.livingHeirs(), handover.day())
                .forEach(seat -> taken.add(List.of(seat.unit(), seat.post(), seat.person())));
        var posts = new HashMap<String, Set<String>>();
        var goingOn = new LinkedHashMap<Seat, UnitId>();
        for (var seat : held) {
            var heir = handover.keepers().get(seat.unit());
            if (heir != null
                    && !lost.contains(seat)
                    && has(handover, posts, heir, seat.post())
                    && taken.add(List.of(heir, seat.post(), seat.person()))) {
                goingOn.put(seat, heir);
            }
        }
        return goingOn;
    }

    private boolean has(Handover handover, Map<String, Set<String>> posts, UnitId heir, String post) {
        var unit = handover.after().get(heir);
        return unit != null
                && posts.computeIfAbsent(
                                unit.kind(),
                                kind -> profile.posts(kind, handover.day()).stream()
                                        .map(Post::code)
                                        .collect(Collectors.toSet()))
                        .contains(post);
    }

    /** Candidates that were not chosen; nobody was as long as nobody chose. */
    private static Set<Seat> lost(Handover handover, List<Contest> contests) {
        var lost = new HashSet<Seat>();
        for (var contest : contests) {
            var chosen = handover.choice(contest.key(handover)).orElse(NOBODY);
            contest.candidates().stream()
                    .filter(seat -> !seat.id().toString().equals(chosen))
                    .forEach(lost::add);
        }
        return lost;
    }

    private List<Contest> contests(Handover handover, List<Seat> held) {
        var living = seats.running(handover.livingHeirs(), handover.day());
        var posts = new HashMap<String, Set<String>>();
        var candidates = new LinkedHashMap<List<Object>, List<Seat>>();
        for (var seat : held) {
            var heir = handover.keepers().get(seat.unit());
            if (seat.single() && heir != null && has(handover, posts, heir, seat.post())) {
                candidates
                        .computeIfAbsent(List.of(heir, seat.post()), key -> new ArrayList<>())
                        .add(seat);
            }
        }
        for (var seat : living) {
            var rivals = candidates.get(List.<Object>of(seat.unit(), seat.post()));
            if (seat.single() && rivals != null) {
                rivals.add(seat);
            }
        }
        return candidates.entrySet().stream()
                .filter(rivals ->
                        rivals.getValue().stream().map(Seat::person).distinct().count() > 1)
                .map(rivals -> new Contest(
                        (UnitId) rivals.getKey().getFirst(),
                        (String) rivals.getKey().get(1),
                        rivals.getValue()))
                .toList();
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        var day = handover.day();
        var held = seats.running(handover.ended(), day);
        var goingOn = goingOn(handover, held);
        var ending = new ArrayList<>(held);
        lost(handover, contests(handover, held)).stream()
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
