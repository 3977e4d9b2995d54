package org.giaoban.reporting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Qualifier;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the workbooks of a story's units from its CSV files. */
@Component
class StoryBooks {

    private static final String RECOMMENDATIONS = "recommendations";

    private final Organization organization;
    private final Forms forms;
    private final ReturnRepository returns;
    private final Examination examination;

    StoryBooks(Organization organization, Forms forms, ReturnRepository returns, Examination examination) {
        this.organization = organization;
        this.forms = forms;
        this.returns = returns;
        this.examination = examination;
    }

    @Transactional(readOnly = true)
    ReturnKey key(String unitCode, String periodCode) {
        var period = Period.parse(periodCode);
        var unit = organization.get(organization.idOf(unitCode), period.lastDay());
        return new ReturnKey(unit, forms.madeFor(unit, period).orElseThrow(), period);
    }

    @Transactional(readOnly = true)
    boolean exists(ReturnKey key) {
        return returns.find(key).filter(row -> row.version() > 0).isPresent();
    }

    @Transactional(readOnly = true)
    byte[] filled(Story story, ReturnKey key, String valuesFile) {
        return WorkbookWriter.write(new WorkbookWriter.Book(
                key.unit().code(),
                key.unit().name(),
                key.period().code(),
                PeriodName.of(key.period()),
                key.form(),
                examination.indicators(key.form(), key.period()),
                examination.before(key),
                new Content(values(story, key, valuesFile), texts(story, key), requests(story, key))));
    }

    private static Map<String, Entry> values(Story story, ReturnKey key, String file) {
        var values = new LinkedHashMap<String, Entry>();
        for (var row : story.csv(file)) {
            if (key.unit().code().equals(row.get("unit_code"))) {
                values.put(cell(row, "indicator"), new Entry(figure(row), null, orNull(cell(row, "reason"))));
            }
        }
        return values;
    }

    private static Figure figure(Map<String, String> row) {
        String absence = cell(row, "absence");
        if (!absence.isEmpty()) {
            return Figure.missing(Absence.valueOf(absence));
        }
        String qualifier = cell(row, "qualifier");
        return new Figure.Present(
                new BigDecimal(cell(row, "value")),
                number(cell(row, "numerator")),
                number(cell(row, "denominator")),
                qualifier.isEmpty() ? Qualifier.EXACT : Qualifier.valueOf(qualifier));
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static Map<String, String> texts(Story story, ReturnKey key) {
        var texts = new LinkedHashMap<String, String>();
        for (var row : narratives(story, key)) {
            if (!cell(row, "section").equals(RECOMMENDATIONS)) {
                texts.put(cell(row, "section"), cell(row, "text"));
            }
        }
        return texts;
    }

    private static List<Request> requests(Story story, ReturnKey key) {
        return narratives(story, key).stream()
                .filter(row -> cell(row, "section").equals(RECOMMENDATIONS))
                .map(row -> new Request(cell(row, "text"), cell(row, "addressee")))
                .toList();
    }

    private static List<Map<String, String>> narratives(Story story, ReturnKey key) {
        return story.csv("narratives.csv").stream()
                .filter(row -> cell(row, "unit_code").equals(key.unit().code())
                        && cell(row, "period").equals(key.period().code()))
                .toList();
    }

    static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "").strip();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
