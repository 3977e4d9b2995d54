package org.giaoban.portal;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** Published texts that print figures the register has corrected since, on the desk of those who write them. */
@Component
class CorrectedDeskSource implements DeskSource {

    private static final int MOST = 50;

    private final CorrectedArticles corrected;

    CorrectedDeskSource(CorrectedArticles corrected) {
        this.corrected = corrected;
    }

    @Override
    public int order() {
        return 41;
    }

    @Override
    public String titleKey() {
        return "portal.proof.desk";
    }

    @Override
    public String icon() {
        return "ti-news";
    }

    @Override
    public int count(LocalDate today) {
        return corrected.mine(MOST).size();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return corrected.mine(limit).stream()
                .map(found -> new DeskItem(
                        found.title(),
                        Texts.text("portal.proof.desk-figures", found.figures()),
                        "/articles/" + found.article(),
                        null))
                .toList();
    }
}
