package org.giaoban.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.indicators.FigureUses;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the register of figures which articles print which frozen figure. */
@Component
@Transactional(readOnly = true)
class ArticleUses implements FigureUses {

    private final ListingRepository articles;

    ArticleUses(ListingRepository articles) {
        this.articles = articles;
    }

    @Override
    public Map<UUID, List<Use>> uses(Collection<UUID> frozenIds) {
        var uses = new HashMap<UUID, List<Use>>();
        if (!frozenIds.isEmpty()) {
            articles.uses(frozenIds)
                    .forEach(found -> uses.computeIfAbsent(found.figure(), id -> new ArrayList<>())
                            .add(use(found)));
        }
        return uses;
    }

    private static Use use(ListingRepository.Use found) {
        var open = found.state() == Version.State.PUBLISHED;
        var href = open ? "/tin/" + found.category() + "/" + found.slug() : "/articles/" + found.article();
        return new Use(found.title(), href, open);
    }
}
