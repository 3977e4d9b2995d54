package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.giaoban.tasks.EscalationRules.Rule;
import org.giaoban.tasks.EscalationRules.Rung;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads {@code escalation.yaml}; a version the office has already stays as it made it. */
@Component
@Transactional
class EscalationProfile implements ProfilePart {

    private static final String FILE = "escalation.yaml";

    private final EscalationRules rules;

    EscalationProfile(EscalationRules rules) {
        this.rules = rules;
    }

    @Override
    public int order() {
        return 56;
    }

    @Override
    public void load(Profile profile) {
        List<?> read = profile.yaml(FILE, List.class);
        read.forEach(one -> rules.add(rule((Map<?, ?>) one)));
    }

    private static Rule rule(Map<?, ?> written) {
        var until = written.get("until");
        return new Rule(
                LocalDate.parse(String.valueOf(written.get("from"))),
                until == null ? null : LocalDate.parse(String.valueOf(until)),
                Integer.parseInt(String.valueOf(written.get("after"))),
                Rung.valueOf(String.valueOf(written.get("to")).toUpperCase(Locale.ROOT)));
    }
}
