package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.documents.ReadablePapers;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.UnitFinder;
import org.giaoban.people.People;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the lists of a form offer, by what is chosen. */
@Service
@Transactional(readOnly = true)
class FieldChoices {

    private static final int UNITS = 300;

    private final ReadablePapers papers;
    private final Mandates mandates;
    private final People people;
    private final Indicators indicators;
    private final UnitFinder units;
    private final Clock clock;

    FieldChoices(
            ReadablePapers papers,
            Mandates mandates,
            People people,
            Indicators indicators,
            UnitFinder units,
            Clock clock) {
        this.papers = papers;
        this.mandates = mandates;
        this.people = people;
        this.indicators = indicators;
        this.units = units;
        this.clock = clock;
    }

    /** By the name of the field; fields that offer no list are left out. */
    Map<String, Map<String, String>> of(Kind kind, UnitId unit) {
        var choices = new LinkedHashMap<String, Map<String, String>>();
        for (var field : kind.fields()) {
            if (field.type() == Field.Type.CHOICE) {
                choices.put(field.name(), offered(kind, field.name(), unit));
            }
        }
        return choices;
    }

    private Map<String, String> offered(Kind kind, String field, UnitId unit) {
        return switch (field) {
            case "sort" -> kind == Kind.PAPER ? papers.types() : words("disclosure.sort.", kind.sorts());
            case "progress" -> words("disclosure.progress.", Kind.PROGRESS);
            case "step" -> words("disclosure.step.", Kind.STEPS);
            case "mandate" -> officials(unit);
            default -> catalogue();
        };
    }

    static Map<String, String> words(String beginning, List<String> codes) {
        var words = new LinkedHashMap<String, String>();
        codes.forEach(code -> words.put(code, Texts.text(beginning + code.toLowerCase(Locale.ROOT))));
        return words;
    }

    private Map<String, String> officials(UnitId unit) {
        var holders = mandates.in(unit, LocalDate.now(clock));
        var names = people.names(holders.stream().map(Mandate::person).toList());
        var officials = new LinkedHashMap<String, String>();
        holders.forEach(each ->
                officials.put(each.id().toString(), names.getOrDefault(each.person(), "") + " · " + each.title()));
        return officials;
    }

    private Map<String, String> catalogue() {
        var choices = new LinkedHashMap<String, String>();
        indicators.catalogue(LocalDate.now(clock)).stream()
                .filter(each -> each.type() != Indicator.Type.TEXT)
                .forEach(each -> choices.put(each.code(), each.code() + " · " + each.name()));
        return choices;
    }

    /** Units the viewer prepares for, by code; the first of the tree first. */
    Map<String, String> units() {
        var found = new LinkedHashMap<String, String>();
        units.find("", LocalDate.now(clock), Capability.ARTICLE_WRITE, UNITS)
                .forEach(unit -> found.put(unit.code(), unit.name()));
        return found;
    }
}
