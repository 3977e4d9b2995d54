package org.giaoban.notification;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Component;

/** The newest unread notices on the viewer's desk; the rest is in the inbox. */
@Component
class InboxDesk implements DeskSource {

    private static final int NEWEST = 5;

    private final Notices notices;

    InboxDesk(Notices notices) {
        this.notices = notices;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String titleKey() {
        return "notification.desk.title";
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public int count(LocalDate today) {
        return notices.unread();
    }

    @Override
    public boolean owed() {
        return false;
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return notices.newest(Math.min(NEWEST, limit)).stream()
                .map(notice -> new DeskItem(notice.text(), Formats.dateTime(notice.sentAt()), notice.href(), null))
                .toList();
    }
}
