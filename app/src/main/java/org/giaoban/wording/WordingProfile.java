package org.giaoban.wording;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads {@code wording.yaml}. */
@Component
@Transactional
class WordingProfile implements ProfilePart {

    static final String FILE = "wording.yaml";

    private final Phrases phrases;

    WordingProfile(Phrases phrases) {
        this.phrases = phrases;
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public void load(Profile profile) {
        for (var set : (List<?>) profile.yaml(FILE, List.class)) {
            load((Map<?, ?>) set);
        }
    }

    private void load(Map<?, ?> set) {
        var from = LocalDate.parse(String.valueOf(set.get("from")));
        for (var sense : Sense.values()) {
            if (set.get(sense.name()) instanceof List<?> texts) {
                phrases.load(sense, texts.stream().map(String::valueOf).toList(), from);
            }
        }
    }
}
