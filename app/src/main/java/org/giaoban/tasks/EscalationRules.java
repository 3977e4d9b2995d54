package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** After how many working days overdue work goes before whom: {@code escalation.yaml} of the profile. */
@Component
class EscalationRules implements ProfilePart {

    private static final String FILE = "escalation.yaml";

    private volatile List<Rule> rules = List.of();

    /** Before whom overdue work is laid. */
    enum Rung {
        SUPERVISOR,
        ABOVE
    }

    /** A rule in force from a day on, until a day when it ends. */
    record Rule(LocalDate from, @Nullable LocalDate until, int after, Rung rung) {

        boolean holds(LocalDate day) {
            return !from.isAfter(day) && (until == null || day.isBefore(until));
        }
    }

    @Override
    public int order() {
        return 56;
    }

    @Override
    public void load(Profile profile) {
        List<?> read = profile.yaml(FILE, List.class);
        rules = read.stream().map(one -> rule((Map<?, ?>) one)).toList();
    }

    private static Rule rule(Map<?, ?> written) {
        var until = written.get("until");
        return new Rule(
                LocalDate.parse(String.valueOf(written.get("from"))),
                until == null ? null : LocalDate.parse(String.valueOf(until)),
                Integer.parseInt(String.valueOf(written.get("after"))),
                Rung.valueOf(String.valueOf(written.get("to")).toUpperCase(Locale.ROOT)));
    }

    List<Rule> on(LocalDate day) {
        return rules.stream().filter(rule -> rule.holds(day)).toList();
    }
}
