package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Qualifier;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Story;

/** Puts the story's returns where nobody has brought them in yet, so that figures can be tested without workbooks. */
class StoryReturns {

    private final Figures figures;
    private final Organization organization;

    StoryReturns(Figures figures, Organization organization) {
        this.figures = figures;
        this.organization = organization;
    }

    void bringIn() {
        for (var period : List.of("2018-09", "2018-10")) {
            var month = Period.parse(period);
            if (figures.own(organization.idOf("SL-01"), month).isEmpty()) {
                rows(period)
                        .forEach((unit, facts) -> figures.put(
                                new FactSource("test", UUID.nameUUIDFromBytes((unit + period).getBytes()), "test"),
                                organization.idOf(unit),
                                month,
                                facts));
            }
        }
    }

    private static Map<String, List<Fact>> rows(String period) {
        var byUnit = new LinkedHashMap<String, List<Fact>>();
        for (var row : Story.named("vu-quang-2018-11").csv("returns/" + period + ".csv")) {
            byUnit.computeIfAbsent(row.get("unit_code"), unit -> new ArrayList<>())
                    .add(new Fact(row.get("indicator"), figure(row), null));
        }
        return byUnit;
    }

    private static Figure figure(Map<String, String> row) {
        if (!row.get("absence").isEmpty()) {
            return Figure.missing(Absence.valueOf(row.get("absence")));
        }
        var qualifier = row.get("qualifier").isEmpty() ? Qualifier.EXACT : Qualifier.valueOf(row.get("qualifier"));
        var value = new BigDecimal(row.get("value"));
        return row.get("numerator").isEmpty()
                ? Figure.of(value).qualified(qualifier)
                : new Figure.Present(
                        value, new BigDecimal(row.get("numerator")), new BigDecimal(row.get("denominator")), qualifier);
    }
}
