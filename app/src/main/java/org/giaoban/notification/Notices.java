package org.giaoban.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people news and keeps it in their inbox. Everybody reads only their own. */
@Service
@Transactional
public class Notices {

    static final int PAGE_SIZE = 30;

    /** Nobody counts further. */
    static final int MOST_COUNTED = 100;

    private final NoticeRepository repository;
    private final Recipients recipients;
    private final CurrentViewer viewer;
    private final Clock clock;

    Notices(NoticeRepository repository, Recipients recipients, CurrentViewer viewer, Clock clock) {
        this.repository = repository;
        this.recipients = recipients;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Tells one person, as part of the caller's transaction. Sending the same news again does nothing. */
    public void send(Notice notice) {
        sendAll(List.of(notice));
    }

    /** Tells many people in one go. */
    public void sendAll(Collection<Notice> notices) {
        var addressed = new ArrayList<NoticeRepository.Addressed>();
        recipients
                .byAccount(notices, Notice::to)
                .forEach((account, theirs) ->
                        theirs.forEach(notice -> addressed.add(new NoticeRepository.Addressed(account, notice))));
        if (!addressed.isEmpty()) {
            repository.insert(addressed, clock.instant());
        }
    }

    @Transactional(readOnly = true)
    Slice<Received> inbox(InboxFilter filter) {
        var oneTooMany = repository.page(owner(), filter, PAGE_SIZE + 1);
        return Slice.of(oneTooMany, PAGE_SIZE, Received::position);
    }

    /** The viewer's newest notices not yet read. */
    @Transactional(readOnly = true)
    List<Received> newest(int most) {
        return repository.page(owner(), InboxFilter.NEW, most);
    }

    /** How many the viewer has not read, counted to {@link #MOST_COUNTED}. */
    @Transactional(readOnly = true)
    int unread() {
        return repository.unread(owner(), MOST_COUNTED);
    }

    /** Marks one as read and gives the page it is about. */
    String read(NoticeId id) {
        return repository.read(owner(), id, clock.instant()).orElseThrow(() -> new NotFound(id));
    }

    int readAll() {
        return repository.readAll(owner(), clock.instant());
    }

    private AccountId owner() {
        return viewer.get().account();
    }
}
