package org.giaoban.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the audit log, which stands above this module, what happened to a grant. */
@Component
class Recording {

    private final ApplicationEventPublisher events;
    private final Roles roles;
    private final Accounts accounts;
    private final Clock clock;

    Recording(ApplicationEventPublisher events, Roles roles, Accounts accounts, Clock clock) {
        this.events = events;
        this.roles = roles;
        this.accounts = accounts;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void given(Grant grant) {
        publish(grant, "access.given", details(grant));
    }

    void ended(Grant grant, LocalDate until) {
        var details = details(grant);
        details.put("until", until.toString());
        publish(grant, "access.ended", details);
    }

    private void publish(Grant grant, String act, Map<String, String> details) {
        events.publishEvent(new RightsChanged(grant.id(), grant.account(), grant.unit(), act, details));
    }

    private Map<String, String> details(Grant grant) {
        var details = new LinkedHashMap<String, String>();
        details.put("person", accounts.names(List.of(grant.account())).getOrDefault(grant.account(), ""));
        details.put("right", roles.recordedName(grant.given()));
        details.put("reach", grant.reach().name());
        details.put("from", grant.valid().from().toString());
        var until = grant.valid().until();
        if (until != null) {
            details.put("until", until.toString());
        }
        return details;
    }
}
