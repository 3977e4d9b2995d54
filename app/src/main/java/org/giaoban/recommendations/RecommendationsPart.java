package org.giaoban.recommendations;

import static org.giaoban.recommendations.db.Tables.RECOMMENDATION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.AffectedRows;
import org.giaoban.organization.HandedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Texts;
import org.giaoban.recommendations.PathRepository.Act;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open recommendations go on with the heirs, of the unit that asked and of the desk; number and date stay. */
@Component
@Transactional(readOnly = true)
class RecommendationsPart implements ReorganisationPart {

    private static final int MOST = 5_000;
    private static final String OPEN = " r.state in ('WAITING', 'TAKEN_UP', 'PASSED_UP') ";

    private final DSLContext db;
    private final RecommendationRepository repository;
    private final Access access;

    RecommendationsPart(DSLContext db, RecommendationRepository repository, Access access) {
        this.db = db;
        this.repository = repository;
        this.access = access;
    }

    @Override
    public String name() {
        return "recommendations";
    }

    @Override
    public String label() {
        return Texts.text("recommendations.reorganisation.label");
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public boolean onlyFromTheDay() {
        return true;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        return Stream.concat(
                        open(handover, RECOMMENDATION.UNIT_ID, "recommendations.reorganisation.raised").stream(),
                        open(handover, RECOMMENDATION.DESK_UNIT_ID, "recommendations.reorganisation.desk").stream())
                .toList();
    }

    private List<Affected> open(Handover handover, Field<UnitId> unit, String what) {
        if (handover.ended().isEmpty()) {
            return List.of();
        }
        var found = repository.where(
                RecommendationRepository.OPEN.and(unit.eq(any(handover.ended().toArray(UnitId[]::new)))),
                MOST,
                unit.asc(),
                RECOMMENDATION.DUE_ON.asc());
        boolean desk = unit == RECOMMENDATION.DESK_UNIT_ID;
        var byUnit = found.stream()
                .collect(Collectors.groupingBy(one -> desk ? one.desk().unit() : one.unit()));
        return new AffectedRows(Texts.text(what), access.scope(Capability.REPORT_READ))
                .of(byUnit.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(one -> new AffectedRows.Row(
                                        entry.getKey(), entry.getValue().size(), item(handover, entry.getKey(), one))))
                        .toList());
    }

    private static Affected.Item item(Handover handover, UnitId unit, Recommendation one) {
        return new Affected.Item(
                one.number().text() + " " + one.text(),
                one.href(),
                Texts.text(
                        "recommendations.reorganisation.to",
                        handover.keeper(unit).map(handover::name).orElse("")));
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        if (handover.handedOver().isEmpty()) {
            return;
        }
        journal.write(step(handover));
        for (var side : List.of("unit_id", "desk_unit_id")) {
            journal.write(HandedRows.of(
                    handover,
                    "update recommendations.recommendation r set " + side + " = h.heir from" + HandedRows.PAIRS
                            + "where r." + side + " = h.unit and" + OPEN));
        }
    }

    /** The path says that another unit took over; whoever reads at its desk finds it there. */
    private static Query step(Handover handover) {
        return HandedRows.of(
                handover,
                """
                insert into recommendations.step (id, recommendation_id, act, at, account_id, by_name, to_unit_id, text)
                select uuidv7(), r.id, {3}, {4}, {5}, {6}, case when r.desk_unit_id = h.unit then h.heir end, h.text
                from unnest({0}::uuid[], {1}::uuid[], {2}::text[]) as h (unit, heir, text)
                    join recommendations.recommendation r on h.unit in (r.unit_id, r.desk_unit_id) and""" + OPEN,
                val(HandedRows.words(handover, "recommendations.reorganisation.handed-over")),
                val(Act.HAND_OVER.name()),
                val(handover.author().at()),
                val(handover.author().by().account().value()),
                val(handover.author().by().name()));
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return HandedRows.counts(
                db, founded, RECOMMENDATION.UNIT_ID, RECOMMENDATION.DESK_UNIT_ID, RECOMMENDATION.ISSUER_UNIT_ID);
    }
}
