package org.giaoban.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.giaoban.kernel.Period;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of a pivot table asks for.
 *
 * @param units codes; none means all units below
 * @param periods chosen one by one; none means those of the span
 * @param indicators codes; none means the first that have a target
 */
record PivotAsk(
        List<String> units,
        List<Period> periods,
        PivotSpan span,
        List<String> indicators,
        Arrangement places,
        Show show,
        @Nullable String tree) {

    /** What stands in the cells. */
    enum Show {
        ACTUAL,
        PLAN,
        DONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String word() {
            return Texts.text("analysis.show." + code());
        }

        static Show of(@Nullable String typed) {
            for (var show : values()) {
                if (show.code().equals(typed)) {
                    return show;
                }
            }
            return ACTUAL;
        }
    }

    static PivotAsk of(MultiValueMap<String, String> typed) {
        return new PivotAsk(
                all(typed, "u"),
                all(typed, "p").stream().map(PivotAsk::period).toList(),
                PivotSpan.of(typed.getFirst("span")),
                all(typed, "i"),
                Arrangement.of(dimension -> typed.getFirst(dimension.code())),
                Show.of(typed.getFirst("show")),
                typed.getFirst("tree"));
    }

    private static List<String> all(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.get(name), new ArrayList<String>()).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    private static Period period(String code) {
        try {
            return Period.parse(code);
        } catch (IllegalArgumentException notAPeriod) {
            throw new NotFound(code);
        }
    }

    /** The same question as an address after this one. */
    String on(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        units.forEach(unit -> address.queryParam("u", unit));
        periods.forEach(period -> address.queryParam("p", period.code()));
        address.queryParam("span", span.code());
        indicators.forEach(indicator -> address.queryParam("i", indicator));
        for (var dimension : Dimension.values()) {
            address.queryParam(dimension.code(), places.place(dimension));
        }
        address.queryParam("show", show.code());
        return address.encode().toUriString();
    }
}
