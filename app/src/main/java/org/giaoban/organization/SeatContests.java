package org.giaoban.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.SeatRepository.Seat;
import org.springframework.stereotype.Component;

/** Works out which mandates go on in an heir, and where more than one person would hold a single post of it. */
@Component
class SeatContests {

    static final String NOBODY = "NONE";

    private final SeatRepository seats;
    private final ProfileRepository profile;

    SeatContests(SeatRepository seats, ProfileRepository profile) {
        this.seats = seats;
        this.profile = profile;
    }

    /** A single post of an heir that more than one person would hold. */
    record Contest(UnitId heir, String post, List<Seat> candidates) {
        String key(Handover handover) {
            return "mandate:" + post + ":" + handover.code(heir);
        }
    }

    /** The mandates that go on, and where. */
    Map<Seat, UnitId> goingOn(Handover handover, List<Seat> held) {
        var lost = lost(handover, of(handover, held));
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
    static Set<Seat> lost(Handover handover, List<Contest> contests) {
        var lost = new HashSet<Seat>();
        for (var contest : contests) {
            var chosen = handover.choice(contest.key(handover)).orElse(NOBODY);
            contest.candidates().stream()
                    .filter(seat -> !seat.id().toString().equals(chosen))
                    .forEach(lost::add);
        }
        return lost;
    }

    List<Contest> of(Handover handover, List<Seat> held) {
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
}
