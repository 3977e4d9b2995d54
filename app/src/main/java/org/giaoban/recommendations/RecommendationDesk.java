package org.giaoban.recommendations;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Texts;
import org.giaoban.recommendations.RecommendationFilter.Side;
import org.springframework.stereotype.Component;

/** The recommendations that wait for the viewer's answer, on the page "my work". */
@Component
class RecommendationDesk implements DeskSource {

    private final RecommendationLists lists;

    RecommendationDesk(RecommendationLists lists) {
        this.lists = lists;
    }

    @Override
    public int order() {
        return 27;
    }

    @Override
    public String titleKey() {
        return "recommendations.desk";
    }

    @Override
    public String icon() {
        return "message-question";
    }

    @Override
    public String href() {
        return "/recommendations?side=answer";
    }

    @Override
    public int count(LocalDate today) {
        return lists.open(Side.ANSWER);
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return lists.urgent(limit).stream()
                .map(line -> new DeskItem(
                        line.text(),
                        Texts.text("recommendations.desk.detail", line.number(), line.unitName(), line.standing()),
                        line.href(),
                        line.dates().dueOn()))
                .toList();
    }
}
