package org.giaoban.reorganisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.Conflict;
import org.giaoban.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the page that shows what a plan would do. */
@Service
@Transactional(readOnly = true)
class RehearsalPages {

    private final Rehearsals rehearsals;
    private final PlanPages pages;
    private final RehearsalRows rows;
    private final Organization organization;

    RehearsalPages(Rehearsals rehearsals, PlanPages pages, RehearsalRows rows, Organization organization) {
        this.rehearsals = rehearsals;
        this.pages = pages;
        this.rows = rows;
        this.organization = organization;
    }

    /**
     * What a plan would do.
     *
     * @param open how many questions wait for an answer
     */
    public record Page(
            PlanHead head,
            List<RehearsalRows.Row> rows,
            List<RehearsalRows.Count> counts,
            List<Part> parts,
            List<Question> questions,
            long open,
            boolean executable) {

        int affected() {
            return parts.stream().mapToInt(Part::total).sum();
        }
    }

    /** What of one module goes where. */
    public record Part(String name, String label, int total, List<Holding> holdings) {

        /** A part with more than this is folded. */
        static final int SHORT = 12;
    }

    /** What of one sort hangs on one unit. */
    public record Holding(String unit, String what, int count, List<Affected.Item> first) {

        int more() {
            return count - first.size();
        }
    }

    /** Something to decide; nothing to choose from means that the plan itself must change. */
    public record Question(
            String key,
            String sentence,
            List<Conflict.Choice> choices,
            @Nullable String chosen) {}

    Page page(PlanId id) {
        var rehearsal = rehearsals.of(id);
        var names = names(rehearsal);
        return new Page(
                pages.head(rehearsal.plan()),
                rows.rows(rehearsal),
                rows.counts(rehearsal),
                rehearsal.parts().stream().map(part -> part(part, names)).toList(),
                rehearsal.conflicts().stream()
                        .map(open -> new Question(
                                open.conflict().key(),
                                open.conflict().sentence(),
                                open.conflict().choices(),
                                open.chosen()))
                        .toList(),
                rehearsal.conflicts().stream().filter(Open::open).count(),
                rehearsal.executable());
    }

    private static Part part(PartReport report, Map<UnitId, String> names) {
        return new Part(
                report.name(),
                report.label(),
                report.total(),
                report.affected().stream()
                        .filter(affected -> affected.count() > 0)
                        .map(affected -> new Holding(
                                names.getOrDefault(affected.unit(), ""),
                                affected.what(),
                                affected.count(),
                                affected.first()))
                        .toList());
    }

    private Map<UnitId, String> names(Rehearsal rehearsal) {
        var ids = new HashSet<UnitId>();
        rehearsal.parts().forEach(part -> part.affected().forEach(affected -> ids.add(affected.unit())));
        var names = new HashMap<>(called(ids, rehearsal));
        for (var row : rehearsal.rows()) {
            if (row.before() == null && row.after() != null) {
                names.put(row.after().id(), row.after().name());
            }
        }
        return names;
    }

    private Map<UnitId, String> called(Collection<UnitId> ids, Rehearsal rehearsal) {
        return organization.names(new ArrayList<>(ids), rehearsal.plan().day().minusDays(1));
    }
}
