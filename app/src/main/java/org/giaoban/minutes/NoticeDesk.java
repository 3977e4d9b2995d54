package org.giaoban.minutes;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The closed meetings whose notice of conclusions is still to be issued by the viewer. */
@Service
@Transactional(readOnly = true)
class NoticeDesk implements DeskSource {

    private static final int MOST = 999;

    private final WaitingRepository waiting;
    private final Access access;

    NoticeDesk(WaitingRepository waiting, Access access) {
        this.waiting = waiting;
        this.access = access;
    }

    @Override
    public int order() {
        return 34;
    }

    @Override
    public String titleKey() {
        return "minutes.desk.notices";
    }

    @Override
    public String icon() {
        return "speakerphone";
    }

    @Override
    public int count(LocalDate today) {
        return all(MOST).size();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return all(limit).stream().map(MinutesDesk::item).toList();
    }

    private List<Waiting> all(int most) {
        return waiting.unnoticed(access.scope(Capability.DOCUMENT_ISSUE), most);
    }
}
