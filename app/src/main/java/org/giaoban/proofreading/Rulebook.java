package org.giaoban.proofreading;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;

/** The profile's rules of proofreading, each set from its day, and the syllables of the language. */
@Component
class Rulebook implements ProfilePart {

    static final String RULES = "proofreading.yaml";
    static final String SYLLABLES = "syllables.csv";

    private record Held(List<Rules> sets, Syllables syllables) {}

    private volatile Held held = new Held(List.of(), Syllables.NONE);

    @Override
    public int order() {
        return 85;
    }

    @Override
    public void load(Profile profile) {
        if (profile.has(RULES)) {
            var sets = profile.yaml(RULES, List.class);
            held = new Held(
                    ((List<?>) sets)
                            .stream()
                                    .map(set -> Rules.of((Map<?, ?>) set))
                                    .sorted(Comparator.comparing(Rules::from).reversed())
                                    .toList(),
                    Syllables.of(profile.csv(SYLLABLES)));
        }
    }

    /** The set in force on the day; nothing is found before the first. */
    List<Rules> on(LocalDate day) {
        return held.sets().stream()
                .filter(each -> !each.from().isAfter(day))
                .limit(1)
                .toList();
    }

    Syllables syllables() {
        return held.syllables();
    }
}
