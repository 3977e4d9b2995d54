package org.giaoban.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is wrong with an answer, by rules that know nothing of the product's code. */
final class RandomVerdicts {

    private static final Pattern CANARY = Pattern.compile(Rooms.CANARY);

    /** A kind of work, and the kind of objects it is about. */
    private record Work(Capability capability, String room) {}

    /** Whoever does this work is shown there what it is about, also what they could not open otherwise; of the rest, nothing. */
    private static final Map<String, Work> WORK = Map.of(
            "/people/{id}/edit", new Work(Capability.PEOPLE_EDIT, "person"),
            "/personal-data/breaches/{id}", new Work(Capability.PERSONAL_DATA, "task"),
            "/personal-data/requests/{id}/file/{format:json|pdf}", new Work(Capability.PERSONAL_DATA, "person"));

    private final Map<String, Target> canaries = new HashMap<>();

    RandomVerdicts(List<Target> targets) {
        for (var target : targets) {
            if (target.canary() != null) {
                canaries.put(target.canary(), target);
            }
        }
    }

    /** A page about one object: open to exactly those whom the rule names. */
    Optional<String> page(Holder who, Target target, MockHttpServletResponse answer) {
        var shut = Exchange.shut(answer);
        if (answer.getStatus() >= 500) {
            return wrong(who, target, answer, "broke");
        }
        if (target.open(who) && shut) {
            return wrong(who, target, answer, "was wrongly refused");
        }
        if (!target.open(who) && !shut) {
            return wrong(who, target, answer, "leaked");
        }
        if (shut && who.account() != null && answer.getStatus() != 404) {
            return wrong(who, target, answer, "told that there is something");
        }
        return read(who, target, answer, shown -> false);
    }

    /** Any address: shut to whoever holds nothing that could open it, and never showing what is somebody else's. */
    Optional<String> address(Holder who, Endpoint endpoint, @Nullable Sample sample, MockHttpServletResponse answer) {
        if (answer.getStatus() >= 500) {
            return wrong(who, endpoint, answer, "broke");
        }
        if (mustStayOut(who, endpoint, sample) && !Exchange.shut(answer)) {
            return wrong(who, endpoint, answer, "leaked");
        }
        // A link that holds a secret opens what it was made for to whoever has it; the sample has it.
        return endpoint.forEveryone() && endpoint.pattern().contains("{token}")
                ? Optional.empty()
                : read(who, endpoint, answer, target -> isTheirWork(who, endpoint, sample, target));
    }

    private static boolean isTheirWork(Holder who, Endpoint endpoint, @Nullable Sample sample, Target shown) {
        var work = WORK.get(endpoint.pattern());
        return work != null
                && work.room().equals(shown.room())
                && sample != null
                && sample.unit() != null
                && who.holds(work.capability(), sample.unit().value());
    }

    static boolean mustStayOut(Holder who, Endpoint endpoint, @Nullable Sample sample) {
        if (sample != null && sample.personal()) {
            return true;
        }
        if (endpoint.forEveryone() && (sample == null || sample.unit() == null)) {
            return false;
        }
        if (who.account() == null) {
            return true;
        }
        if (!endpoint.asked().isEmpty() && endpoint.asked().stream().noneMatch(who::holdsSomewhere)) {
            return true;
        }
        return sample != null
                && sample.unit() != null
                && !who.holdsAnythingAt(sample.unit().value());
    }

    /** Every canary in what was answered must be one that this person may read. */
    private Optional<String> read(
            Holder who, Object where, MockHttpServletResponse answer, Predicate<Target> otherwise) {
        var found = CANARY.matcher(Exchange.text(answer));
        while (found.find()) {
            var target = canaries.get(found.group());
            if (target != null && !target.open(who) && !otherwise.test(target)) {
                return wrong(who, where, answer, "showed something of " + target);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(Holder who, Object where, MockHttpServletResponse answer, String what) {
        return Optional.of(where + " " + what + " (" + answer.getStatus() + ") to " + who + " holding " + who.held());
    }
}
