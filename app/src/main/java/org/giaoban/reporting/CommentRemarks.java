package org.giaoban.reporting;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.Accounts;
import org.giaoban.indicators.FigureRemarks;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.springframework.stereotype.Component;

/** Brings the talk about a return's cell to the passport of its figure. */
@Component
class CommentRemarks implements FigureRemarks {

    private final CommentRepository comments;
    private final Organization organization;
    private final Accounts accounts;
    private final Access access;

    CommentRemarks(CommentRepository comments, Organization organization, Accounts accounts, Access access) {
        this.comments = comments;
        this.organization = organization;
        this.accounts = accounts;
        this.access = access;
    }

    @Override
    public List<Remark> about(String indicator, Collection<UnitId> units, Collection<Period> periods) {
        var readable = units.stream()
                .filter(unit -> access.allows(Capability.REPORT_READ, unit))
                .distinct()
                .toList();
        if (readable.isEmpty() || periods.isEmpty()) {
            return List.of();
        }
        var rows = comments.about(readable, periods, indicator);
        var names = accounts.names(
                rows.stream().map(CommentRepository.Row::by).distinct().toList());
        return rows.stream()
                .flatMap(row -> {
                    var period = Objects.requireNonNull(Door.period(row.period()));
                    return organization.find(row.unit(), period.lastDay()).stream()
                            .map(unit -> new Remark(
                                    unit.shortName(),
                                    names.getOrDefault(row.by(), ""),
                                    row.at(),
                                    row.body(),
                                    ReturnKey.href(unit.code(), row.form(), period) + "/comments?indicator="
                                            + indicator,
                                    row.resolvedAt() != null));
                })
                .toList();
    }
}
