package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Delegation;
import org.giaoban.access.DelegationChanged;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down that a delegation was given or taken back, and tells whoever it is about; in the same transaction. */
@Component
class DelegationTrace {

    private static final String HREF = "/returns/delegations";

    private final Audit audit;
    private final Notices notices;
    private final Accounts accounts;
    private final Organization organization;
    private final CurrentViewer viewer;
    private final Moment moment;
    private final Clock clock;

    DelegationTrace(
            Audit audit,
            Notices notices,
            Accounts accounts,
            Organization organization,
            CurrentViewer viewer,
            Moment moment,
            Clock clock) {
        this.audit = audit;
        this.notices = notices;
        this.accounts = accounts;
        this.organization = organization;
        this.viewer = viewer;
        this.moment = moment;
        this.clock = clock;
    }

    @EventListener
    void on(DelegationChanged change) {
        var delegation = change.delegation();
        var unit = delegation.units().iterator().next();
        audit.record(
                change.given() ? "delegation.given" : "delegation.revoked",
                new ObjectRef("account", delegation.taker().value()),
                unit,
                Map.of(
                        "person", name(delegation.taker()),
                        "behalf", name(delegation.giver()),
                        "units", units(delegation),
                        "from", delegation.days().from().toString(),
                        "until", String.valueOf(delegation.days().until())));
        if (moment.told()) {
            return;
        }
        tell(delegation.taker(), change);
        if (!delegation.giver().equals(viewer.get().account())) {
            tell(delegation.giver(), change);
        }
    }

    private void tell(AccountId account, DelegationChanged change) {
        var delegation = change.delegation();
        var args = List.of(
                name(delegation.giver()),
                units(delegation),
                Formats.date(delegation.days().from()),
                delegation.days().lastDay().map(Formats::date).orElse(""));
        var key = change.given() ? "reporting.notice.delegated" : "reporting.notice.delegation-over";
        notices.send(Notice.to(account, key, args, HREF, null, key + ":" + delegation.id()));
    }

    private String units(Delegation delegation) {
        return organization.shortNames(delegation.units(), LocalDate.now(clock)).values().stream()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String name(AccountId account) {
        return accounts.names(List.of(account)).getOrDefault(account, "");
    }
}
