package org.giaoban.factors;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.factors.FactorRules.Need;
import org.giaoban.factors.FactorRules.Rule;
import org.giaoban.identity.Weight;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads {@code factor-rules.yaml}; what the administrators have rules about already stays as they made it. */
@Component
@Transactional
class FactorRulesProfile implements ProfilePart {

    private static final String FILE = "factor-rules.yaml";

    private final FactorRules rules;

    FactorRulesProfile(FactorRules rules) {
        this.rules = rules;
    }

    @Override
    public int order() {
        return 57;
    }

    @Override
    public void load(Profile profile) {
        if (profile.has(FILE)) {
            List<?> written = profile.yaml(FILE, List.class);
            written.stream()
                    .map(one -> rule((Map<?, ?>) one))
                    .filter(rule -> !rules.known(rule))
                    .forEach(rules::add);
        }
    }

    private static Rule rule(Map<?, ?> written) {
        var from = LocalDate.parse(String.valueOf(written.get("from")));
        var capability = written.get("capability");
        if (capability != null) {
            return Rule.of(Capability.valueOf(capability.toString()), from);
        }
        return Rule.of(
                Weight.valueOf(String.valueOf(written.get("weight"))),
                Need.valueOf(String.valueOf(written.get("need")).toUpperCase(Locale.ROOT)),
                Integer.parseInt(String.valueOf(written.get("minutes"))),
                from);
    }
}
