package org.giaoban.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** One version of a score sheet, from its first day on; what it says never changes. */
record Sheet(UUID id, String code, @Nullable UnitId owner, LocalDate from, Body body) {

    /** What the sheet says. */
    record Body(
            String title,
            String cites,
            List<String> kinds,
            List<String> ordinary,
            List<Section> sections,
            List<Band> bands,
            List<Veto> vetoes,
            List<YearRule> year) {

        Body {
            kinds = List.copyOf(kinds);
            ordinary = List.copyOf(ordinary);
            sections = List.copyOf(sections);
            bands = List.copyOf(bands);
            vetoes = List.copyOf(vetoes);
            year = List.copyOf(year);
        }
    }

    /** Lines under one heading. */
    record Section(String title, List<Line> lines) {

        BigDecimal max() {
            return lines.stream().map(Line::max).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** What is scored: by hand, or from a measure by steps. */
    record Line(
            String code,
            String title,
            BigDecimal max,
            @Nullable Measure measure,
            @Nullable BigDecimal without,
            @Nullable List<Step> steps) {

        boolean computed() {
            return measure != null;
        }

        List<Step> ladder() {
            return steps == null ? List.of() : steps;
        }
    }

    /** What a value from here on earns. */
    record Step(BigDecimal from, BigDecimal points) {}

    /** A grade and the points it begins at; the best band comes first. */
    record Band(
            String code,
            String name,
            @JsonProperty("name_en") String nameEn,
            BigDecimal from) {

        String name(String language) {
            return language.equals("en") ? nameEn : name;
        }
    }

    /** Holds the grade down: below a value of a measure, or when whoever decides says that it was so. */
    record Veto(
            String code,
            String title,
            @Nullable Measure measure,
            @Nullable BigDecimal below,
            String grade) {}

    /** A year is of this grade when all its meetings are at least one grade and so many of them at least another. */
    record YearRule(String grade, String all, int count, String of) {}

    List<Line> lines() {
        return body.sections.stream()
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    Stream<Line> manual() {
        return lines().stream().filter(line -> !line.computed());
    }

    BigDecimal max() {
        return lines().stream().map(Line::max).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The band these points reach; the last one holds whatever is below all others. */
    Band band(BigDecimal points) {
        return body.bands.stream()
                .filter(band -> points.compareTo(band.from()) >= 0)
                .findFirst()
                .orElse(body.bands.getLast());
    }

    Optional<Band> band(String code) {
        return body.bands.stream().filter(band -> band.code().equals(code)).findFirst();
    }

    /** 0 is the best grade. */
    int rank(String grade) {
        for (var at = 0; at < body.bands.size(); at++) {
            if (body.bands.get(at).code().equals(grade)) {
                return at;
            }
        }
        return body.bands.size();
    }

    String name(String grade, String language) {
        return band(grade).map(band -> band.name(language)).orElse(grade);
    }
}
