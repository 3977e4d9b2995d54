package org.giaoban.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads {@code readers.yaml}. */
@Component
@Transactional
class ReadersProfile implements ProfilePart {

    static final String FILE = "readers.yaml";

    private final ReaderRulebook rulebook;
    private final WordRepository words;

    ReadersProfile(ReaderRulebook rulebook, WordRepository words) {
        this.rulebook = rulebook;
        this.words = words;
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public void load(Profile profile) {
        var rules = new ArrayList<ReaderRules>();
        for (var set : (List<?>) profile.yaml(FILE, List.class)) {
            var facts = (Map<?, ?>) set;
            var one = ReaderRules.of(facts);
            rules.add(one);
            for (var effect : WordEffect.values()) {
                if (facts.get(effect.name()) instanceof List<?> texts) {
                    words.load(effect, texts.stream().map(String::valueOf).toList(), one.from());
                }
            }
        }
        rulebook.load(rules);
    }
}
