package org.giaoban.factors;

import java.time.Clock;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;

/** What a story's officers asked for those who lost their telephone, and what waits for a second one. */
@Component
class StoryRecoveries implements StoryPart {

    private final RecoveryRepository recoveries;
    private final Accounts accounts;
    private final Clock clock;

    StoryRecoveries(RecoveryRepository recoveries, Accounts accounts, Clock clock) {
        this.recoveries = recoveries;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public void load(Story story) {
        var now = clock.instant();
        for (var row : story.csv("recoveries.csv")) {
            var account = account(row.getOrDefault("login", ""));
            if (recoveries.open(account, now).isEmpty()) {
                recoveries.dropExpired(account, account(row.getOrDefault("asker", "")), now);
                recoveries.insert(Recovery.of(
                        account, row.getOrDefault("reason", ""), account(row.getOrDefault("asker", "")), now));
            }
        }
    }

    private AccountId account(String login) {
        return accounts.byLogin(login).orElseThrow(() -> new NotFound(login));
    }
}
