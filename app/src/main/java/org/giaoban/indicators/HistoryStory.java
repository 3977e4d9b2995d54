package org.giaoban.indicators;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads what a story's units counted before they reported here: {@code history.csv} with unit_code, indicator, year and
 * the months m01 to m12. A month holds a number, "part/whole" of a rate, the word of an absence, or nothing.
 */
@Component
class HistoryStory implements StoryPart {

    private static final int ORDER = 41;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> ABSENCES =
            Arrays.stream(Absence.values()).map(Enum::name).collect(Collectors.toSet());

    private final Figures figures;
    private final Organization organization;

    HistoryStory(Figures figures, Organization organization) {
        this.figures = figures;
        this.organization = organization;
    }

    @Override
    public int order() {
        return ORDER;
    }

    private record Page(String unit, Period month) {}

    @Override
    @Transactional
    public void load(Story story) {
        var pages = new LinkedHashMap<Page, List<Fact>>();
        for (var row : story.csv("history.csv")) {
            for (var month = 1; month <= Phasing.MONTHS; month++) {
                var text = cell(row, "m%02d".formatted(month));
                if (!text.isEmpty()) {
                    var page =
                            new Page(cell(row, "unit_code"), Period.month(Integer.parseInt(cell(row, "year")), month));
                    pages.computeIfAbsent(page, key -> new ArrayList<>())
                            .add(new Fact(cell(row, "indicator"), figure(text), null));
                }
            }
        }
        var units = organization.codes(
                pages.keySet().stream().map(Page::unit).distinct().toList());
        var label = Texts.text(Texts.VIETNAMESE, "indicators.source.old-ledger");
        pages.forEach((page, facts) -> put(Objects.requireNonNull(units.get(page.unit())), page, label, facts));
    }

    /** The same page of the same ledger always has the same id, so loading twice changes nothing. */
    private void put(UnitId unit, Page page, String label, List<Fact> facts) {
        var name = "history " + unit + " " + page.month();
        var source = new FactSource("history", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), label);
        figures.put(source, unit, page.month(), facts);
    }

    private static Figure figure(String text) {
        if (ABSENCES.contains(text)) {
            return Figure.missing(Absence.valueOf(text));
        }
        var slash = text.indexOf('/');
        return slash < 0
                ? Figure.of(new BigDecimal(text))
                : Figure.share(
                        new BigDecimal(text.substring(0, slash)), new BigDecimal(text.substring(slash + 1)), HUNDRED);
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "").strip();
    }
}
