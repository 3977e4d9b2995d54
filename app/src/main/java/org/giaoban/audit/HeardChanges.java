package org.giaoban.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.giaoban.access.RightsChanged;
import org.giaoban.access.RoleChanged;
import org.giaoban.identity.AccountChanged;
import org.giaoban.vault.KeysRenewed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what the modules below this one tell: they cannot call the log themselves. Same transaction, no delay. */
@Component
class HeardChanges {

    static final String ACCOUNT = "account";
    static final String ROLE = "role";

    /** Keys have names and no id. */
    private static final UUID NO_ID = new UUID(0, 0);

    private final Audit audit;

    HeardChanges(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(AccountChanged change) {
        audit.record(change.act(), new ObjectRef(ACCOUNT, change.account().value()), null, change.details());
    }

    @EventListener
    void on(RightsChanged change) {
        audit.record(change.act(), new ObjectRef(ACCOUNT, change.account().value()), change.unit(), named(change));
    }

    @EventListener
    void on(RoleChanged change) {
        audit.record(change.act(), new ObjectRef(ROLE, change.role()), null, change.details());
    }

    @EventListener
    void on(KeysRenewed change) {
        var act = change.master() ? "vault.master-renewed" : "vault.keys-renewed";
        var counts = Map.of("keys", change.keys(), "rows", change.rows());
        audit.record(act, new ObjectRef("keys", NO_ID), null, counts);
    }

    private static Map<String, String> named(RightsChanged change) {
        var details = new TreeMap<>(change.details());
        details.put("grant", change.grant().value().toString());
        return details;
    }
}
