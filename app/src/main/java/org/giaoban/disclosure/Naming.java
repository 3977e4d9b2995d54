package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Component;

/** What things are called whose title nobody types: units, officials, series of figures. */
@Component
class Naming {

    private final Organization organization;
    private final Mandates mandates;
    private final People people;
    private final Indicators indicators;
    private final Clock clock;

    Naming(Organization organization, Mandates mandates, People people, Indicators indicators, Clock clock) {
        this.organization = organization;
        this.mandates = mandates;
        this.people = people;
        this.indicators = indicators;
        this.clock = clock;
    }

    /** The facts with the title and the address that lists and visitors know it by, where nobody types them. */
    Facts named(UnitId unit, Kind kind, Facts facts) {
        var today = LocalDate.now(clock);
        return switch (kind) {
            case SITE ->
                facts.with(Map.of("title", organization.get(unit, today).name()));
            case CONTACT -> facts.with(Map.of("title", official(unit, facts, today)));
            case SERIES -> series(unit, facts, today);
            default -> facts;
        };
    }

    private String official(UnitId unit, Facts facts, LocalDate today) {
        var mandate = mandates.in(unit, today).stream()
                .filter(each -> each.id().equals(facts.id("mandate")))
                .findFirst()
                .orElseThrow(() -> new Refused("disclosure.refused.mandate"));
        var names = people.names(List.of(mandate.person()));
        return names.getOrDefault(mandate.person(), "") + ", " + mandate.title();
    }

    private Facts series(UnitId unit, Facts facts, LocalDate today) {
        var code = facts.text("indicator");
        var indicator = indicators.byCode(code, today).orElseThrow(() -> new NotFound(code));
        var at = organization.get(unit, today);
        var slug = VietnameseText.slug(
                code + " " + at.code() + " " + facts.text("step").replace('_', ' '));
        var wording = indicator.wording();
        return facts.with(Map.of(
                "title", wording.nameVi() + ", " + at.name(),
                "titleEn", wording.nameEn() + ", " + at.name(),
                "slug", slug));
    }
}
