package org.giaoban.consolidation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Component;

/** Tells the people a level's report concerns; knows who is acting. */
@Component
class LevelNews {

    private final CurrentViewer viewer;
    private final Notices notices;
    private final Grants grants;
    private final Clock clock;

    LevelNews(CurrentViewer viewer, Notices notices, Grants grants, Clock clock) {
        this.viewer = viewer;
        this.notices = notices;
        this.grants = grants;
        this.clock = clock;
    }

    private Viewer viewer() {
        return viewer.find().orElse(Viewer.SYSTEM);
    }

    AccountId account() {
        return viewer().account();
    }

    String by() {
        return viewer().name();
    }

    /** Those who hold the capability in a unit hear of a level's report, except whoever did it. */
    void tell(Capability capability, UnitId where, String key, ReportRow row, Unit level) {
        var me = account();
        notices.sendAll(people(capability, where).stream()
                .filter(account -> !account.equals(me))
                .map(account -> Notice.to(
                        account,
                        key,
                        List.of(level.shortName(), Notice.period(row.period())),
                        Target.href(level, row.form(), row.period()),
                        level.id(),
                        key + ":" + row.id() + ":" + row.version() + ":" + LocalDate.now(clock)))
                .toList());
    }

    private Set<AccountId> people(Capability capability, UnitId unit) {
        return grants.holdings(List.of(capability), List.of(unit)).stream()
                .map(Grants.Holding::account)
                .collect(Collectors.toSet());
    }
}
