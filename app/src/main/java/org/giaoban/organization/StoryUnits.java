package org.giaoban.organization;

import static org.giaoban.organization.ProfileOfUnits.days;

import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founds the units of a story's units.csv that are not there yet; parents stand above their children in the file. */
@Component
class StoryUnits implements StoryPart {

    private static final int FIRST = 10;

    private final Organization organization;

    StoryUnits(Organization organization) {
        this.organization = organization;
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    @Transactional
    public void load(Story story) {
        var rows = story.csv("units.csv");
        var known = organization.codes(
                rows.stream().map(row -> row.getOrDefault("code", "")).toList());
        rows.stream()
                .filter(row -> !known.containsKey(row.getOrDefault("code", "")))
                .forEach(this::found);
    }

    private void found(Map<String, String> row) {
        organization.found(new NewUnit(
                row.getOrDefault("code", ""),
                row.getOrDefault("name", ""),
                row.getOrDefault("short_name", ""),
                row.getOrDefault("kind", ""),
                parent(row.getOrDefault("parent_code", "")),
                days(row.getOrDefault("from", ""), row.getOrDefault("until", "")),
                ""));
    }

    private @Nullable UnitId parent(String code) {
        return code.isBlank() ? null : organization.idOf(code);
    }
}
