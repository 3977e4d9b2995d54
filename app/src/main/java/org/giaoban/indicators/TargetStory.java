package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.indicators.Targets.Wish;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads a story's plans: {@code targets.csv} with unit_code, indicator, year, value, phasing. */
@Component
class TargetStory implements StoryPart {

    private static final int ORDER = 40;

    private final Targets targets;
    private final Organization organization;

    TargetStory(Targets targets, Organization organization) {
        this.targets = targets;
        this.organization = organization;
    }

    @Override
    public int order() {
        return ORDER;
    }

    private record Plan(String unit, int year) {}

    @Override
    @Transactional
    public void load(Story story) {
        var rows = story.csv("targets.csv");
        var units = organization.codes(
                rows.stream().map(row -> row.get("unit_code")).distinct().toList());
        var plans = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new Plan(cell(row, "unit_code"), Integer.parseInt(cell(row, "year"))),
                        LinkedHashMap::new,
                        Collectors.mapping(TargetStory::wish, Collectors.toList())));
        var reason = Texts.text(Texts.VIETNAMESE, "indicators.target.story");
        plans.forEach((plan, wishes) ->
                targets.set(Objects.requireNonNull(units.get(plan.unit())), plan.year(), wishes, reason));
    }

    private static Wish wish(Map<String, String> row) {
        return new Wish(cell(row, "indicator"), new BigDecimal(cell(row, "value")), phasing(cell(row, "phasing")));
    }

    /** Empty: the usual way; "even": a twelfth more each month, also for a level; else twelve shares. */
    private static List<BigDecimal> phasing(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return text.equals("even")
                ? Phasing.EVEN
                : Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }

    private static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "").strip();
    }
}
