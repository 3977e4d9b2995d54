package org.giaoban.indicators;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Objects;
import org.giaoban.indicators.RollUps.Bucket;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Successions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds what of large trees is read from totals of another day, once for each tree. */
@Component
class Covers {

    private final Organization organization;
    private final Successions successions;
    private final int smallest;

    /** By the very tree that was drawn, and only as long as somebody keeps it. */
    private final Cache<Tree, Cover> found = Caffeine.newBuilder().weakKeys().build();

    /** @param smallest the number of units from which on it is worth a look */
    Covers(Organization organization, Successions successions, @Value("${giaoban.packed-from:2000}") int smallest) {
        this.organization = organization;
        this.successions = successions;
        this.smallest = smallest;
    }

    Cover of(Bucket bucket, Tree tree) {
        if (tree.fromTotals()
                || tree.speakers().size() < smallest
                || Run.of(bucket.period()).isEmpty()) {
            return Cover.none(tree);
        }
        return found.get(tree, wanted -> find(bucket, wanted));
    }

    private Cover find(Bucket bucket, Tree tree) {
        var heirs = new HashSet<UnitId>();
        for (var speaker : tree.speakers()) {
            if (speaker.until() != null) {
                successions
                        .mapTo(speaker.unit().id(), Objects.requireNonNull(speaker.until()), bucket.unitsOn())
                        .forEach(heir -> heirs.add(heir.unit()));
            }
        }
        return Cover.of(organization.units(bucket.unitsOn()), tree, heirs);
    }
}
