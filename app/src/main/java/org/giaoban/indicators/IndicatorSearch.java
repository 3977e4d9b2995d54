package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.search.SearchGroup;
import org.giaoban.search.SearchHit;
import org.giaoban.search.SearchSource;
import org.giaoban.search.SearchWords;
import org.springframework.stereotype.Component;

/** Finds indicators by code or name. */
@Component
class IndicatorSearch implements SearchSource {

    private static final int ORDER = 45;

    private final Indicators indicators;
    private final Clock clock;

    IndicatorSearch(Indicators indicators, Clock clock) {
        this.indicators = indicators;
        this.clock = clock;
    }

    @Override
    public SearchGroup about() {
        return new SearchGroup(ORDER, "indicators.list.title", "list-numbers", Capability.FIGURES_READ, false);
    }

    @Override
    public List<SearchHit> find(String query, Scope scope, int limit) {
        if (scope.empty()) {
            return List.of();
        }
        var words = SearchWords.of(query);
        return indicators.catalogue(LocalDate.now(clock)).stream()
                .filter(indicator -> words.in(indicator.code() + " " + indicator.name()))
                .limit(limit)
                .map(indicator -> new SearchHit(indicator.name(), indicator.code(), "/indicators/" + indicator.code()))
                .toList();
    }

    /** {@code folded}: no tones, small letters. */
    static boolean matches(Indicator indicator, String folded) {
        return VietnameseText.fold(indicator.code() + " " + indicator.name()).contains(folded);
    }
}
