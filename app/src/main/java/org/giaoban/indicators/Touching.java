package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.giaoban.indicators.Touched.Difference;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what rests on an indicator before it is changed. */
@Service
@Transactional(readOnly = true)
class Touching {

    private final Indicators indicators;
    private final Owning owning;
    private final UseRepository uses;
    private final Origins origins;
    private final List<IndicatorUses> asking;
    private final Clock clock;

    Touching(
            Indicators indicators,
            Owning owning,
            UseRepository uses,
            Origins origins,
            List<IndicatorUses> asking,
            Clock clock) {
        this.indicators = indicators;
        this.owning = owning;
        this.uses = uses;
        this.origins = origins;
        this.asking = asking;
        this.clock = clock;
    }

    Touched by(Indicator before, Indicator after, LocalDate from) {
        var code = before.code();
        var texts = origins.uses(uses.frozen(before.id())).values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        return new Touched(
                differences(before, after),
                asking.stream()
                        .flatMap(source -> source.asking(code, from).stream())
                        .toList(),
                indicators.checks(from).stream()
                        .filter(check -> Words.concerns(check, code))
                        .toList(),
                indicators.catalogue(from).stream()
                        .filter(line -> line.components().contains(code))
                        .toList(),
                uses.targets(before.id(), LocalDate.now(clock).getYear()),
                texts);
    }

    /** What one version says otherwise than the one before. */
    List<Difference> differences(Indicator before, Indicator after) {
        var found = new ArrayList<Difference>();
        var old = before.wording();
        var now = after.wording();
        add(found, "edit.name-vi", old.nameVi(), now.nameVi());
        add(found, "edit.name-en", old.nameEn(), now.nameEn());
        add(found, "edit.unit-vi", old.unitVi(), now.unitVi());
        add(found, "edit.unit-en", old.unitEn(), now.unitEn());
        add(found, "edit.definition-vi", old.definitionVi(), now.definitionVi());
        add(found, "edit.definition-en", old.definitionEn(), now.definitionEn());
        var groups = indicators.groups();
        add(
                found,
                "column.group",
                groups.getOrDefault(before.group(), before.group()),
                groups.getOrDefault(after.group(), after.group()));
        add(found, "column.direction", Words.direction(before), Words.direction(after));
        add(found, "edit.decimals-label", "" + before.decimals(), "" + after.decimals());
        add(found, "column.formula", Words.formula(before), Words.formula(after));
        add(found, "column.periods", Words.periods(before), Words.periods(after));
        add(found, "column.reporter", owning.name(before), owning.name(after));
        return found;
    }

    private static void add(List<Difference> found, String label, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Difference(Texts.text("indicators." + label), before, after));
        }
    }
}
