package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.giaoban.reporting.DraftRepository.Draft;
import org.giaoban.reporting.Filing.Source;
import org.giaoban.reporting.Filing.Wish;
import org.giaoban.reporting.GridReader.Asked;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends the returns of many units that are whole, each in a piece of its own: one that fails stops no other. */
@Service
class GridSending {

    private final UnitGrid grid;
    private final OneReturn one;

    GridSending(UnitGrid grid, OneReturn one) {
        this.grid = grid;
        this.one = one;
    }

    /** How many were sent, and the units whose returns were not. */
    record Sent(int count, List<String> left) {}

    Sent send(Asked asked, Collection<String> units) {
        var rows = grid.rows(asked, grid.keys(asked, units).values());
        var left = new ArrayList<String>();
        rows.forEach((code, row) -> {
            if (!row.ready() || !one.send(row)) {
                left.add(row.key().unit().shortName());
            }
        });
        return new Sent(rows.size() - left.size(), List.copyOf(left));
    }

    /** Sends a return as it was read, unless somebody typed in it since. */
    @Component
    static class OneReturn {

        private final ReturnStore store;
        private final Filing filing;

        OneReturn(ReturnStore store, Filing filing) {
            this.store = store;
            this.filing = filing;
        }

        @Transactional
        boolean send(GridRow row) {
            var now = store.returns().lock(row.key());
            var typed = store.drafts().find(now.id()).map(Draft::fields);
            boolean same = typed.map(fields -> fields.equals(row.fields().typed()))
                    .orElse(!row.draft()
                            && row.row()
                                    .filter(read -> read.version() == now.version())
                                    .isPresent());
            return same
                    && filing.save(row.key(), row.reading(), Source.SCREEN, Wish.SEND)
                                    .status()
                            == Saved.Status.SENT;
        }
    }
}
