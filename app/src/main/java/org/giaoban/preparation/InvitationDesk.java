package org.giaoban.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The invitations the viewer has not answered. */
@Service
@Transactional(readOnly = true)
class InvitationDesk implements DeskSource {

    private static final int MOST = 999;

    private final InvitationRepository invitations;
    private final CurrentViewer viewer;
    private final Clock clock;

    InvitationDesk(InvitationRepository invitations, CurrentViewer viewer, Clock clock) {
        this.invitations = invitations;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String titleKey() {
        return "preparation.desk.title";
    }

    @Override
    public String icon() {
        return "calendar-question";
    }

    @Override
    public int count(LocalDate today) {
        return unanswered(MOST).size();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return unanswered(limit).stream()
                .map(one -> new DeskItem(
                        one.title(),
                        Formats.dateTime(one.startsAt()) + " · " + one.where(),
                        one.meeting().href() + "/invitation",
                        LocalDate.ofInstant(one.startsAt(), Zone.ID)))
                .toList();
    }

    private List<Invitation> unanswered(int most) {
        var person = viewer.find().map(Viewer::person).orElse(null);
        return person == null ? List.of() : invitations.unanswered(person, clock.instant(), most);
    }
}
