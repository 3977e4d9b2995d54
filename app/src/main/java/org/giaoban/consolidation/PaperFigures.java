package org.giaoban.consolidation;

import static org.giaoban.consolidation.db.Tables.PAPER_FIGURE;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureUses;
import org.giaoban.indicators.PrintedFigures;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Unit;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The figures that issued papers print, so that a later correction names the paper. */
@Repository
@Transactional
public class PaperFigures implements FigureUses {

    private final DSLContext db;
    private final PrintedFigures printed;

    PaperFigures(DSLContext db, PrintedFigures printed) {
        this.db = db;
        this.printed = printed;
    }

    /** A paper that was issued. */
    public record Paper(String title, String href) {}

    /** Keeps what the paper prints; once for each paper. */
    public void keep(Unit unit, Period period, List<FigureLine> lines, Paper paper) {
        if (db.fetchExists(db.selectOne().from(PAPER_FIGURE).where(PAPER_FIGURE.HREF.eq(paper.href())))) {
            return;
        }
        var figures = new LinkedHashMap<String, Figure>();
        lines.stream()
                .filter(line -> line.actual().value() != null)
                .forEach(line ->
                        figures.put(line.indicator().code(), line.actual().figure()));
        var ids = printed.keep(unit, period, figures).values();
        db.batch(ids.stream()
                        .map(id -> db.insertInto(PAPER_FIGURE)
                                .set(PAPER_FIGURE.PRINTED_ID, id)
                                .set(PAPER_FIGURE.TITLE, paper.title())
                                .set(PAPER_FIGURE.HREF, paper.href()))
                        .toList())
                .execute();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<Use>> uses(Collection<UUID> frozenIds) {
        var uses = new HashMap<UUID, List<Use>>();
        db.selectFrom(PAPER_FIGURE)
                .where(PAPER_FIGURE.PRINTED_ID.eq(any(frozenIds.toArray(UUID[]::new))))
                .limit(5_000)
                .forEach(found -> uses.put(
                        found.get(PAPER_FIGURE.PRINTED_ID),
                        List.of(new Use(found.get(PAPER_FIGURE.TITLE), found.get(PAPER_FIGURE.HREF), false))));
        return uses;
    }
}
