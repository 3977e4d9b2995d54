package org.giaoban.access;

import org.giaoban.platform.Stamps;
import org.springframework.stereotype.Component;

/** Another number whenever somebody may hold other rights; whoever writes grants, or what a role gives, renews it. */
@Component
class GrantNumber {

    private static final String NAME = "access.grants";

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
}
