package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.indicators.FigureUses;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.LevelForms;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the register of figures which consolidated reports print which figure; only newest versions do. */
@Component
@Transactional(readOnly = true)
class ReportUses implements FigureUses {

    private final SealRepository seals;
    private final LevelForms forms;
    private final Organization organization;

    ReportUses(SealRepository seals, LevelForms forms, Organization organization) {
        this.seals = seals;
        this.forms = forms;
        this.organization = organization;
    }

    @Override
    public Map<UUID, List<Use>> uses(Collection<UUID> frozenIds) {
        var uses = new HashMap<UUID, List<Use>>();
        for (var printed : seals.printed(frozenIds)) {
            var period = Period.parse(printed.period());
            organization
                    .find(printed.unit(), period.lastDay())
                    .ifPresent(unit -> uses.computeIfAbsent(printed.id(), id -> new ArrayList<>())
                            .add(new Use(
                                    Texts.text(
                                            "consolidation.use",
                                            unit.name(),
                                            period.label(LocaleContextHolder.getLocale()),
                                            name(printed.form(), period)),
                                    Target.href(unit, printed.form(), period),
                                    false)));
        }
        return uses;
    }

    private String name(String form, Period period) {
        return forms.find(form, period).map(LevelForms.LevelForm::name).orElse(form);
    }
}
