package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Period;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who decide that a return came, and whoever sent it what was decided; in the transaction that did it. */
@Component
class ReturnNotices {

    private static final int LONGEST_COMMENT = 300;

    private final Notices notices;
    private final Responsible responsible;
    private final ReturnRepository returns;
    private final Organization organization;
    private final CurrentViewer viewer;
    private final Moment moment;
    private final Clock clock;

    ReturnNotices(
            Notices notices,
            Responsible responsible,
            ReturnRepository returns,
            Organization organization,
            CurrentViewer viewer,
            Moment moment,
            Clock clock) {
        this.notices = notices;
        this.responsible = responsible;
        this.returns = returns;
        this.organization = organization;
        this.viewer = viewer;
        this.moment = moment;
        this.clock = clock;
    }

    @EventListener
    void sent(ReturnSubmitted event) {
        if (moment.told()) {
            return;
        }
        var period = Period.parse(event.period());
        var unit = organization.get(event.unit(), period.lastDay());
        var people = responsible.of(unit, LocalDate.now(clock));
        var args = args(unit, period, String.valueOf(event.version()));
        notices.sendAll(people.judges().stream()
                .filter(account -> !account.equals(me()))
                .map(account -> Notice.to(
                        account,
                        event.version() == 1 ? "reporting.notice.submitted" : "reporting.notice.submitted-again",
                        args,
                        ReturnKey.href(unit.code(), event.form(), period),
                        unit.id(),
                        "return-submitted:" + event.returnId() + ":" + event.version()))
                .toList());
    }

    @EventListener
    void decided(ReturnDecided event) {
        if (!moment.told()) {
            returns.find(event.returnId()).ifPresent(row -> decided(event, row));
        }
    }

    private void decided(ReturnDecided event, ReturnRow row) {
        var sender = row.submitter();
        if (sender == null || sender.equals(me())) {
            return;
        }
        var period = Period.parse(event.period());
        var unit = organization.get(event.unit(), period.lastDay());
        var args = args(unit, period, cut(Objects.requireNonNullElse(row.comment(), "")));
        notices.send(Notice.to(
                sender,
                key(event.state()),
                args,
                ReturnKey.href(unit.code(), event.form(), period),
                unit.id(),
                "return-decided:" + event.returnId() + ":" + event.at()));
    }

    private static String key(ReturnState state) {
        return switch (state) {
            case ACCEPTED -> "reporting.notice.accepted";
            case RETURNED -> "reporting.notice.returned";
            case DRAFT, MISSING, SUBMITTED -> "reporting.notice.reopened";
        };
    }

    private static List<String> args(Unit unit, Period period, String more) {
        return List.of(unit.shortName(), Notice.period(period), more);
    }

    private static String cut(String comment) {
        return comment.length() <= LONGEST_COMMENT ? comment : comment.substring(0, LONGEST_COMMENT) + "…";
    }

    private AccountId me() {
        return viewer.find().orElse(Viewer.SYSTEM).account();
    }
}
