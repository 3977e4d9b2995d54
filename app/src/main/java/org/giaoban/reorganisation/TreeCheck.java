package org.giaoban.reorganisation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.giaoban.organization.UnitKind;
import org.giaoban.reorganisation.Fault.Sort;
import org.jspecify.annotations.Nullable;

/** Holds the tree after a plan against the rules of the day: kinds, parents, dates, no loops. */
record TreeCheck(Ground ground, Map<String, Place> after, Map<String, String> choices, Consumer<Fault> found) {

    private static final int MOST_KINDS = 12;

    void run(Set<String> touched) {
        for (var code : touched) {
            var place = after.get(code);
            if (place == null) {
                continue;
            }
            var above = place.parent() == null ? null : after.get(place.parent());
            if (place.parent() != null && above == null) {
                fault(Sort.PARENT_UNKNOWN, code, place.parent());
            } else if (loops(place)) {
                fault(Sort.LOOP, code);
            } else {
                kind(place, above);
                dates(place, above);
            }
        }
    }

    private void kind(Place place, @Nullable Place above) {
        var rules = ground.rules();
        var was = ground.standing().get(place.code());
        var fresh = was == null || !was.place().kind().equals(place.kind());
        if (!rules.kinds().containsKey(place.kind())) {
            fault(Sort.KIND_UNKNOWN, place.code(), place.kind());
        } else if (above == null && !rules.standsAlone(place.kind())) {
            fault(Sort.NEEDS_PARENT, place.code(), place.kind());
        } else if (fresh && !rules.inForce(place.kind()) || above != null && !rules.fits(place.kind(), above.kind())) {
            wrongKind(place, above);
        }
    }

    private void wrongKind(Place place, @Nullable Place above) {
        var rules = ground.rules();
        var category = java.util.Objects.requireNonNull(rules.kinds().get(place.kind()))
                .category();
        var options = rules.under(above == null ? null : above.kind()).stream()
                .filter(kind -> kind.category() == category)
                .map(UnitKind::code)
                .limit(MOST_KINDS)
                .toList();
        var words = List.of(place.kind(), above == null ? "" : above.kind(), above == null ? "" : above.code());
        var fault = new Fault(Sort.KIND_NOT_THERE, place.code(), words, plusLeaveOut(options));
        found.accept(fault);
        var chosen = choices.get(fault.key());
        if (chosen != null && options.contains(chosen)) {
            after.put(place.code(), place.kind(chosen));
        }
    }

    private static List<String> plusLeaveOut(List<String> options) {
        return java.util.stream.Stream.concat(options.stream(), java.util.stream.Stream.of(Fault.LEAVE_OUT))
                .toList();
    }

    /** A unit may not outlast the one above it. */
    private void dates(Place place, @Nullable Place above) {
        var end = above == null ? null : until(above);
        var own = until(place);
        if (end != null && (own == null || own.isAfter(end))) {
            fault(Sort.PARENT_ENDS, place.code(), String.valueOf(place.parent()));
        }
    }

    private @Nullable LocalDate until(Place place) {
        var standing = ground.standing().get(place.code());
        return standing == null ? null : standing.until();
    }

    private boolean loops(Place place) {
        var seen = new HashSet<String>();
        for (var at = place; at != null; at = at.parent() == null ? null : after.get(at.parent())) {
            if (!seen.add(at.code())) {
                return true;
            }
        }
        return false;
    }

    private void fault(Sort sort, String code, String... words) {
        found.accept(new Fault(sort, code, List.of(words), List.of(Fault.LEAVE_OUT)));
    }
}
