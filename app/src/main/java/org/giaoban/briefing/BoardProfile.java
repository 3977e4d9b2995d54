package org.giaoban.briefing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.springframework.stereotype.Component;

/** What the profile says about boards: the indicator on top and who signs the consolidated report. */
@Component
class BoardProfile implements ProfilePart {

    private volatile Said said = new Said("", new Signing("", "", "", ""), List.of());

    /** The signing line: on whose behalf, which kind of office, which post, and how the post is written. */
    record Signing(String behalf, String office, String post, String title) {}

    /** All of {@code board.yaml}. */
    record Said(String headline, Signing signing, List<String> recipients) {}

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void load(Profile profile) {
        var file = profile.yaml("board.yaml", Map.class);
        var signing = (Map<?, ?>) Objects.requireNonNull(file.get("signing"));
        said = new Said(
                word(file, "headline"),
                new Signing(
                        word(signing, "behalf"),
                        word(signing, "office"),
                        word(signing, "post"),
                        word(signing, "title")),
                ((List<?>) Objects.requireNonNull(file.get("recipients")))
                        .stream().map(String::valueOf).toList());
    }

    Said said() {
        return said;
    }

    private static String word(Map<?, ?> from, String key) {
        return String.valueOf(from.get(key));
    }
}
