package org.giaoban.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads the profile's thresholds of pace: {@code pace.yaml}. */
@Component
class PaceProfile implements ProfilePart {

    private static final int ORDER = 52;
    private static final String FILE = "pace.yaml";

    private final PaceRules rules;

    PaceProfile(PaceRules rules) {
        this.rules = rules;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void load(Profile profile) {
        if (!profile.has(FILE)) {
            return;
        }
        List<?> written = profile.yaml(FILE, List.class);
        for (var one : written) {
            var rule = (Map<?, ?>) one;
            rules.add(
                    text(rule.get("indicator")),
                    new BigDecimal(String.valueOf(rule.get("leastPercent"))),
                    LocalDate.parse(String.valueOf(rule.get("from"))));
        }
    }

    private static @Nullable String text(@Nullable Object written) {
        return written == null ? null : written.toString();
    }
}
