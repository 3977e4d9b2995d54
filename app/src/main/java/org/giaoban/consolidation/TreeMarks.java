package org.giaoban.consolidation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A fingerprint of the tree below each unit of a day: which units of which kinds stand where. Equal trees have equal marks. */
@Component
class TreeMarks implements Memory {

    private static final int MOST = 12;
    private static final int LENGTH = 32;

    private final Organization organization;
    private final Cache<Stretch, Map<UnitId, String>> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    TreeMarks(Organization organization) {
        this.organization = organization;
    }

    /** The days from one change of the tree to the next. */
    private record Stretch(Object tree, @Nullable LocalDate since) {}

    /** Empty for a unit that did not exist on the day. */
    String of(UnitId unit, LocalDate day) {
        var since = new TreeSet<>(organization.turningDays()).floor(day);
        return known.get(new Stretch(organization.state(), since), stretch -> all(day))
                .getOrDefault(unit, "");
    }

    private Map<UnitId, String> all(LocalDate day) {
        var marks = new HashMap<UnitId, String>();
        var below = new HashMap<UnitId, List<String>>();
        organization.units(day).reversed().forEach(unit -> {
            var children =
                    below.getOrDefault(unit.id(), List.of()).stream().sorted().toList();
            var mark = Hashes.of(unit.id() + unit.kind() + children).substring(0, LENGTH);
            marks.put(unit.id(), mark);
            var parent = unit.parent();
            if (parent != null) {
                below.computeIfAbsent(parent, id -> new ArrayList<>()).add(mark);
            }
        });
        return marks;
    }

    @Override
    public void forget() {
        known.invalidateAll();
    }
}
