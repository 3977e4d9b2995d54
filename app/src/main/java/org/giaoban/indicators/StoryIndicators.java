package org.giaoban.indicators;

import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;

/** Takes what a story's organisation counts beside the profile's catalogue: {@code indicators.csv}, in the columns of an export. */
@Component
class StoryIndicators implements StoryPart {

    private static final int BEFORE_PLANS_AND_VALUES = 39;

    private final CatalogueImport imports;

    StoryIndicators(CatalogueImport imports) {
        this.imports = imports;
    }

    @Override
    public int order() {
        return BEFORE_PLANS_AND_VALUES;
    }

    @Override
    public void load(Story story) {
        var rows = story.csv("indicators.csv");
        if (rows.isEmpty()) {
            return;
        }
        var problems = imports.take(rows).problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(story.name() + " " + problems);
        }
    }
}
