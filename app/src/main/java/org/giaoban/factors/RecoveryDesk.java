package org.giaoban.factors;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.Accounts;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Service;

/** What waits on the desk of a second officer. */
@Service
class RecoveryDesk implements DeskSource {

    private static final int PLACE = 85;

    private final Recoveries recoveries;
    private final Accounts accounts;
    private final Access access;

    RecoveryDesk(Recoveries recoveries, Accounts accounts, Access access) {
        this.recoveries = recoveries;
        this.accounts = accounts;
        this.access = access;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public String titleKey() {
        return "factors.recovery.desk";
    }

    @Override
    public String icon() {
        return "lifebuoy";
    }

    @Override
    public int count(LocalDate today) {
        return waiting().size();
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        var waiting = waiting().stream().limit(limit).toList();
        var names = accounts.names(waiting.stream().map(Recovery::account).toList());
        return waiting.stream()
                .map(one -> new DeskItem(
                        Texts.text("factors.recovery.desk-item", names.getOrDefault(one.account(), "")),
                        one.reason(),
                        "/accounts/" + one.account() + "/recovery",
                        LocalDate.ofInstant(one.expiresAt(), Zone.ID)))
                .toList();
    }

    private List<Recovery> waiting() {
        return access.allowsAnywhere(Capability.ACCOUNTS) ? recoveries.waiting() : List.of();
    }
}
