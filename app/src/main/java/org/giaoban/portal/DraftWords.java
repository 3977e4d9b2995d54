package org.giaoban.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.platform.Profile;
import org.giaoban.platform.Texts;

/** The profile's sentences for a draft about a meeting. */
record DraftWords(Map<?, ?> words) {

    /** A sentence about figures and the period it speaks of. */
    record FigureSentence(boolean yearToDate, String text) {}

    static DraftWords of(Profile profile) {
        var portal = profile.yaml("portal.yaml", Map.class);
        return new DraftWords((Map<?, ?>) Objects.requireNonNull(portal.get("meeting-draft")));
    }

    String category() {
        return text("category");
    }

    /** The sentence with the names in braces replaced. */
    String say(String sentence, Map<String, String> names) {
        return filled(text(sentence), names);
    }

    static String filled(String sentence, Map<String, String> names) {
        var filled = sentence;
        for (var name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    /** A meeting's name inside a sentence: a common noun at its beginning is not a name. */
    String running(String title) {
        var common = (List<?>) Objects.requireNonNull(words.get("common"));
        return common.stream().map(String::valueOf).anyMatch(title::startsWith)
                ? title.substring(0, 1).toLowerCase(Texts.VIETNAMESE) + title.substring(1)
                : title;
    }

    List<FigureSentence> figures() {
        return ((List<?>) Objects.requireNonNull(words.get("figures")))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(each -> new FigureSentence(
                                "YEAR_TO_DATE".equals(each.get("period")), String.valueOf(each.get("text"))))
                        .toList();
    }

    private String text(String name) {
        return Objects.requireNonNull(words.get(name), name).toString();
    }
}
