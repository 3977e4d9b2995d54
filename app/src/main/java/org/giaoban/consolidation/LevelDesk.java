package org.giaoban.consolidation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** What waits for the viewer among the levels' reports: corrections below to take in or refuse, and reports to judge. */
@Component
class LevelDesk implements DeskSource {

    private final LevelLists lists;

    LevelDesk(LevelLists lists) {
        this.lists = lists;
    }

    @Override
    public int order() {
        return 26;
    }

    @Override
    public String titleKey() {
        return "consolidation.desk";
    }

    @Override
    public String icon() {
        return "file-diff";
    }

    @Override
    public int count(LocalDate today) {
        return lists.countStirred() + lists.toJudge().size();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        var moved = lists.moved().stream()
                .map(one -> item(
                        one,
                        one.open() == 0
                                ? Texts.text("consolidation.quiet")
                                : Texts.text("consolidation.desk.moved", one.open())));
        var judged = lists.toJudge().stream().map(one -> item(one, Texts.text("consolidation.desk.judge")));
        return Stream.concat(moved, judged).limit(limit).toList();
    }

    private static DeskItem item(LevelLists.Moved one, String what) {
        return new DeskItem(
                Texts.text(
                        "consolidation.desk.item",
                        one.target().unit().shortName(),
                        one.target().form().name(),
                        one.target().label()),
                what,
                one.target().href(),
                null);
    }
}
