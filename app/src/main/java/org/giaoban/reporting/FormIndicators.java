package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.indicators.IndicatorUses;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** Tells those who change an indicator which forms ask for it. */
@Component
class FormIndicators implements IndicatorUses {

    private final FormRepository forms;

    FormIndicators(FormRepository forms) {
        this.forms = forms;
    }

    @Override
    public List<Use> asking(String code, LocalDate from) {
        return forms.all().stream()
                .filter(form -> form.until() == null || form.until().isAfter(from))
                .filter(form -> form.indicators().contains(code))
                .map(form -> new Use(
                        Texts.text("reporting.form.version", form.name().text(), form.code(), form.version()), null))
                .toList();
    }
}
