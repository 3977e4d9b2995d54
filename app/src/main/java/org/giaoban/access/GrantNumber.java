package org.giaoban.access;

import java.util.Set;
import org.giaoban.identity.AccountChanged;
import org.giaoban.platform.Stamps;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Another number whenever somebody may hold other rights; whoever writes grants, or what a role gives, renews it. */
@Component
class GrantNumber {

    private static final String NAME = "access.grants";

    /** What a closed account had lent is lent no longer. */
    private static final Set<String> ENDS_LENDING = Set.of("identity.closed", "identity.reopened");

    private final Stamps stamps;

    GrantNumber(Stamps stamps) {
        this.stamps = stamps;
    }

    long get() {
        return stamps.number(NAME);
    }

    void renew() {
        stamps.renew(NAME);
    }

    @EventListener
    void heard(AccountChanged change) {
        if (ENDS_LENDING.contains(change.act())) {
            renew();
        }
    }
}
