package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.giaoban.audit.Audit;
import org.giaoban.formulas.Measure;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is part of what, in the hands of those who keep the catalogue. */
@Service
@Transactional
class RelationDesk {

    private final IndicatorRepository repository;
    private final RelationRepository relations;
    private final CheckRepository checks;
    private final CatalogueDesk desk;
    private final Audit audit;
    private final Clock clock;

    RelationDesk(
            IndicatorRepository repository,
            RelationRepository relations,
            CheckRepository checks,
            CatalogueDesk desk,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.relations = relations;
        this.checks = checks;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<IndicatorRelation> all() {
        return relations.all();
    }

    /** One more part of a whole, from a day on. */
    void relate(IndicatorRelation relation) {
        desk.keeper(relation.whole());
        var from = relation.valid().from();
        OpenMonths.of(clock).mayBegin(from);
        var whole = on(relation.whole(), from);
        var part = on(relation.part(), from);
        if (whole.code().equals(part.code()) || partOf(whole.code(), part.code())) {
            throw new Refused("indicators.parts.circle", whole.code(), part.code());
        }
        if (!Measure.of(whole.wording().unitVi()).fits(Measure.of(part.wording().unitVi()))) {
            throw new Refused(
                    "indicators.parts.unit", whole.unitOfMeasure(), part.unitOfMeasure(), whole.code(), part.code());
        }
        if (relations.insert(List.of(relation), repository.ids()) == 0) {
            throw new Refused("indicators.parts.already", part.code(), whole.code());
        }
        checks.renew();
        record("indicators.relate", relation, Map.of("whole", whole.code(), "part", part.code()));
    }

    /** The last day the part counts as one. */
    void end(String whole, short id, LocalDate last) {
        desk.keeper(whole);
        OpenMonths.of(clock).mayEnd(last);
        var relation = relations.all().stream()
                .filter(each -> each.id() == id && each.whole().equals(whole))
                .findFirst()
                .orElseThrow(() -> new NotFound(whole));
        if (!relations.end(id, last.plusDays(1))) {
            throw new Refused("indicators.parts.ended");
        }
        checks.renew();
        record(
                "indicators.unrelate",
                relation,
                Map.of("whole", whole, "part", relation.part(), "last", last.toString()));
    }

    private Indicator on(String code, LocalDate day) {
        return repository.on(day).stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("indicators.parts.unknown", code));
    }

    /** Whether one is, over however many steps, part of the other. */
    private boolean partOf(String one, String other) {
        var known = relations.all();
        var seen = new HashSet<String>();
        var ahead = new ArrayDeque<>(List.of(one));
        while (!ahead.isEmpty()) {
            var code = ahead.pop();
            if (code.equals(other)) {
                return true;
            }
            if (seen.add(code)) {
                known.stream()
                        .filter(each -> each.part().equals(code) && each.valid().until() == null)
                        .forEach(each -> ahead.push(each.whole()));
            }
        }
        return false;
    }

    private void record(String act, IndicatorRelation relation, Map<String, String> details) {
        var line = repository.versions(relation.whole()).getLast();
        audit.record(act, Indicators.ref(line), null, details);
    }
}
