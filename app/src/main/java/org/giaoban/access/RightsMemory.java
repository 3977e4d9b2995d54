package org.giaoban.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.giaoban.identity.TokenLimits;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Memory;
import org.giaoban.platform.Stamps;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What somebody may do, remembered as long as nobody's grants, nor the tree, nor the day are others: a request asks for two numbers. */
@Component
class RightsMemory implements Memory {

    private static final int MOST = 20_000;

    /** The stored sets that rights stand on are thrown away when nobody asked for them in a week. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final GrantNumber grants;
    private final ObjectProvider<UnitTree> tree;
    private final Stamps stamps;
    private final Cache<Question, Rights> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    RightsMemory(GrantNumber grants, ObjectProvider<UnitTree> tree, Stamps stamps) {
        this.grants = grants;
        this.tree = tree;
        this.stamps = stamps;
    }

    private record Question(AccountId account, @Nullable TokenLimits token, LocalDate day, long grants, long tree) {}

    Rights of(Viewer who, LocalDate day, BiFunction<Viewer, LocalDate, Rights> work) {
        try (var _ = stamps.glance()) {
            var question = new Question(
                    who.account(),
                    who.token(),
                    day,
                    grants.get(),
                    tree.getObject().number());
            var rights = known.getIfPresent(question);
            if (rights == null) {
                rights = work.apply(who, day);
                known.put(question, rights);
            }
            return rights;
        }
    }

    @Override
    public void forget() {
        known.invalidateAll();
    }
}
