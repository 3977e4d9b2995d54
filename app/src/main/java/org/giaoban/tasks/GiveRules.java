package org.giaoban.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom an order may go to and who may be named beside it. */
@Component
class GiveRules {

    private final Organization organization;
    private final Access access;
    private final Indicators indicators;
    private final ExtrasReading beside;
    private final Deeds deeds;

    GiveRules(Organization organization, Access access, Indicators indicators, ExtrasReading beside, Deeds deeds) {
        this.organization = organization;
        this.access = access;
        this.indicators = indicators;
        this.beside = beside;
        this.deeds = deeds;
    }

    void beside(MoreForm more, @Nullable UUID giver, Map<String, String> errors) {
        var code = more.indicatorCode();
        if (code != null && indicators.byCode(code, deeds.today()).isEmpty()) {
            errors.put("indicator", Texts.text("tasks.error.indicator"));
        }
        var offered = giver == null ? ExtrasReading.Offered.NOBODY : beside.offered(new UnitId(giver));
        if (!offered.units().keySet().containsAll(more.helpingCodes())) {
            errors.put("helping", Texts.text("tasks.give.error.helping"));
        }
        var supervisor = Typed.words(more.supervising());
        if (supervisor != null && !offered.leaders().containsKey(supervisor)) {
            errors.put("supervising", Texts.text("tasks.give.error.supervising"));
        }
    }

    /** In whose name, to which units, to which post there. */
    record Address(
            @Nullable UUID giver,
            List<UnitId> units,
            @Nullable String post) {}

    /** What is wrong with whom an order goes to, by field. */
    Map<String, String> address(Address to, Giving.Options options) {
        var errors = new LinkedHashMap<String, String>();
        if (to.giver() == null || !options.givers().containsKey(to.giver().toString())) {
            errors.put("giver", Texts.text("tasks.give.error.giver"));
        } else if (!reached(new UnitId(to.giver()), to.units())) {
            errors.put("units", Texts.text("tasks.give.error.units"));
        }
        if (to.post() != null && !options.posts().containsKey(to.post())) {
            errors.put("post", Texts.text("tasks.give.error.post"));
        }
        return errors;
    }

    private boolean reached(UnitId giver, List<UnitId> units) {
        var below = organization.subtree(giver, deeds.today()).stream()
                .map(Unit::id)
                .collect(Collectors.toSet());
        return units.stream().allMatch(unit -> below.contains(unit) && access.allows(Capability.TASK_ASSIGN, unit));
    }
}
