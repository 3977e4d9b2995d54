package org.giaoban.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Component;

/** Drafts that wait for the viewer to let them out, on the desk. */
@Component
class DisclosureDesk implements DeskSource {

    private final DeskLists lists;
    private final Access access;

    DisclosureDesk(DeskLists lists, Access access) {
        this.lists = lists;
        this.access = access;
    }

    @Override
    public int order() {
        return 42;
    }

    @Override
    public String titleKey() {
        return "disclosure.desk";
    }

    @Override
    public String icon() {
        return "ti-world-share";
    }

    @Override
    public String href() {
        return "/disclosure";
    }

    @Override
    public int count(LocalDate today) {
        return access.allowsAnywhere(Capability.ARTICLE_APPROVE) ? lists.waiting() : 0;
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        if (!access.allowsAnywhere(Capability.ARTICLE_APPROVE)) {
            return List.of();
        }
        return lists.waiting(limit).stream()
                .map(item -> new DeskItem(
                        item.title(),
                        item.kind().label() + " · " + item.hands().preparedBy() + " · "
                                + Formats.dateTime(item.hands().preparedAt()),
                        item.href(),
                        null))
                .toList();
    }
}
