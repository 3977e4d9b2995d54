package org.giaoban.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.reporting.ReturnDesk.Laid;
import org.springframework.stereotype.Component;

/** What stands beside the figures on the pages of returns: talk about cells, counts of the system, what became of requests. */
@Component
record Beside(EarlierRequests earlier, ReturnRepository returns, Comments comments, Prefills prefills, Access access) {

    /** For the form of one return; counts only while it may be changed. */
    Map<String, Object> form(Laid laid, boolean open) {
        var key = laid.key();
        var beside = new LinkedHashMap<String, Object>();
        beside.put("talks", comments.open(key));
        beside.put("counts", open ? prefills.of(key) : Map.of());
        var last = returns.before(key).orElseGet(key.period()::previous);
        earlier.before(key.unit().id(), last, key.period()).ifPresent(summary -> beside.put("earlier", summary));
        return beside;
    }

    /** For the list of a period. */
    Map<String, Object> list(ReturnLists.ListPage page) {
        var period = Door.period(page.period());
        var units = page.lines().stream().map(line -> line.progress().unit()).toList();
        return Map.of(
                "page",
                page,
                "talks",
                period == null ? Map.of() : comments.open(units, period),
                "edits",
                access.allowsAnywhere(Capability.CATALOGUE_EDIT));
    }
}
