package org.giaoban.wording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.ForSignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reads a conclusion while it is typed. */
@Controller
class WordingController {

    private static final int LONGEST = 2_000;

    private final Wording wording;
    private final Suggestions suggestions;

    WordingController(Wording wording, Suggestions suggestions) {
        this.wording = wording;
        this.suggestions = suggestions;
    }

    /** What stands below the field. */
    public record Page(Reading reading, List<Suggestion> suggestions) {

        public List<Suggestion> about(Missing part) {
            return suggestions.stream().filter(one -> one.missing() == part).toList();
        }
    }

    /** The whole form comes along: what its other fields say need not be in the text. */
    @PostMapping("/wording/read")
    @ForSignedIn
    ModelAndView read(
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(defaultValue = "text") String field,
            @RequestParam(defaultValue = "") String unit) {
        var typed = Optional.ofNullable(form.getFirst(field)).orElse("");
        var reading = wording.read(typed.substring(0, Math.min(typed.length(), LONGEST)), known(form));
        var ideas = id(unit).map(one -> suggestions.of(reading, one)).orElse(List.of());
        return new ModelAndView("wording/reading", Map.of("page", new Page(reading, ideas)));
    }

    private static Known known(MultiValueMap<String, String> form) {
        return new Known(
                filled(form, "units", "person", "post", "noUnit", "noPerson"),
                filled(form, "due", "noDate"),
                filled(form, "measure", "noMeasure"));
    }

    private static boolean filled(MultiValueMap<String, String> form, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> form.getOrDefault(field, List.of()).stream())
                .anyMatch(value -> !value.isBlank());
    }

    private static Optional<UnitId> id(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new UnitId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
