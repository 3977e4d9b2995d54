package org.giaoban.portal;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Component;

/** Texts that wait for the viewer's approval, on the desk. */
@Component
class ArticleDeskSource implements DeskSource {

    private final ArticleLists articles;

    ArticleDeskSource(ArticleLists articles) {
        this.articles = articles;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String titleKey() {
        return "portal.desk";
    }

    @Override
    public String icon() {
        return "ti-news";
    }

    @Override
    public int count(LocalDate today) {
        return articles.waiting();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return articles.waitingFor(limit).stream()
                .map(found -> new DeskItem(
                        found.version().story().title(),
                        found.version().hands().authorName() + " · "
                                + Formats.dateTime(found.version().hands().changedAt()),
                        "/articles/" + found.article().id(),
                        null))
                .toList();
    }
}
