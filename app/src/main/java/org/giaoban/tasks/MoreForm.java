package org.giaoban.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What an order says beyond who and by when, as typed: product, helpers, leader, steps, what it carries out and moves. */
record MoreForm(
        @Nullable String product,
        @Nullable String noProduct,
        @Nullable List<UUID> helping,
        @Nullable String supervising,
        @Nullable String steps,
        @Nullable String directive,
        @Nullable String directiveTitle,
        @Nullable String indicator) {

    static final MoreForm EMPTY = new MoreForm(null, null, null, null, null, null, null, null);

    private static final int LONGEST = 500;
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_NUMBER = 120;

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (Typed.words(product) == null && Typed.words(noProduct) == null) {
            errors.put("product", Texts.text("tasks.ask.product"));
        }
        Typed.tooLong(errors, "product", product, LONGEST);
        Typed.tooLong(errors, "noProduct", noProduct, LONGEST_REASON);
        Typed.tooLong(errors, "directive", directive, LONGEST_NUMBER);
        Typed.tooLong(errors, "directiveTitle", directiveTitle, LONGEST_REASON);
        if (lines().size() > CheckItem.MOST || lines().stream().anyMatch(line -> line.length() > CheckItem.LONGEST)) {
            errors.put("steps", Texts.text("tasks.give.error.steps", CheckItem.MOST, CheckItem.LONGEST));
        }
        return errors;
    }

    Set<String> helpingCodes() {
        return helping == null ? Set.of() : helping.stream().map(UUID::toString).collect(Collectors.toSet());
    }

    /** The fields of product and leader as typed. */
    Map<String, String> typed() {
        return Map.of(
                "product", Typed.value(product),
                "noProduct", Typed.value(noProduct),
                "supervising", Typed.value(supervising));
    }

    @Nullable
    String indicatorCode() {
        return Typed.words(indicator);
    }

    private List<String> lines() {
        return steps == null
                ? List.of()
                : steps.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    Extras extras(@Nullable String indicatorName) {
        var number = Typed.words(directive);
        var title = Typed.words(directiveTitle);
        var code = indicatorCode();
        var supervisor = Typed.words(supervising);
        var links = Stream.of(
                        number == null ? null : new Extras.Link(LinkKind.DIRECTIVE, number, title == null ? "" : title),
                        code == null
                                ? null
                                : new Extras.Link(
                                        LinkKind.INDICATOR, code, indicatorName == null ? code : indicatorName))
                .filter(java.util.Objects::nonNull)
                .toList();
        return new Extras(
                Typed.words(product),
                Typed.words(noProduct),
                helping == null ? List.of() : helping.stream().map(UnitId::new).toList(),
                supervisor == null ? List.of() : List.of(new PersonId(UUID.fromString(supervisor))),
                lines(),
                links);
    }
}
