package org.giaoban.access;

import java.time.LocalDate;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives the rights of a story. */
@Component
class StoryGrants implements StoryPart {

    private final Grants grants;
    private final Accounts accounts;
    private final ObjectProvider<UnitTree> tree;

    StoryGrants(Grants grants, Accounts accounts, ObjectProvider<UnitTree> tree) {
        this.grants = grants;
        this.accounts = accounts;
        this.tree = tree;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void load(Story story) {
        for (var row : story.csv("grants.csv")) {
            var login = row.getOrDefault("login", "");
            grants.giveOnce(
                    accounts.byLogin(login).orElseThrow(() -> new NotFound(login)),
                    Given.parse(row.getOrDefault("capability", "")),
                    unit(row.getOrDefault("unit_code", "")),
                    Reach.valueOf(row.getOrDefault("reach", "")),
                    dates(row));
        }
    }

    private UnitId unit(String code) {
        return tree.getObject().byCode(code).orElseThrow(() -> new NotFound(code));
    }

    private static DateRange dates(Map<String, String> row) {
        var until = row.get("until");
        return new DateRange(
                LocalDate.parse(row.getOrDefault("from", "")),
                until == null || until.isBlank() ? null : LocalDate.parse(until));
    }
}
