package org.giaoban.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which version of which sheet judges a meeting: the one in force on its day, of the nearest unit that has its own. */
@Service
@Transactional(readOnly = true)
class Sheets {

    private final ScoreSheetRepository repository;
    private final Organization organization;

    Sheets(ScoreSheetRepository repository, Organization organization) {
        this.repository = repository;
        this.organization = organization;
    }

    Optional<Sheet> judging(UnitId unit, String kind, LocalDate day) {
        var inForce = new LinkedHashMap<String, Sheet>();
        for (var sheet : repository.all()) {
            if (!sheet.from().isAfter(day)) {
                inForce.put(sheet.code() + " " + sheet.owner(), sheet);
            }
        }
        var fitting = inForce.values().stream()
                .filter(sheet -> sheet.body().kinds().contains(kind))
                .toList();
        for (var near : nearestFirst(unit, day)) {
            var own =
                    fitting.stream().filter(sheet -> near.equals(sheet.owner())).findFirst();
            if (own.isPresent()) {
                return own;
            }
        }
        return fitting.stream().filter(sheet -> sheet.owner() == null).findFirst();
    }

    private List<UnitId> nearestFirst(UnitId unit, LocalDate day) {
        var way = new ArrayList<>(
                organization.ancestors(unit, day).stream().map(Unit::id).toList());
        way.add(unit);
        return way.reversed();
    }
}
