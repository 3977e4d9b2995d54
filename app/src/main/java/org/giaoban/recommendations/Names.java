package org.giaoban.recommendations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;

/** Short names of the units that recommendations speak of. */
record Names(Map<UnitId, String> names) {

    static Names of(Organization organization, Collection<Recommendation> all, LocalDate today) {
        var units = all.stream()
                .flatMap(one -> Stream.of(one.unit(), one.desk().unit()))
                .collect(Collectors.toSet());
        return new Names(organization.shortNames(units, today));
    }

    String of(UnitId unit) {
        return names.getOrDefault(unit, "");
    }
}
