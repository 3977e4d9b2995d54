package org.giaoban.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.Indicator.Type;
import org.giaoban.indicators.TargetController.Asked;
import org.giaoban.indicators.TargetController.Page;
import org.giaoban.indicators.TargetController.Row;
import org.giaoban.indicators.TargetRepository.Target;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of a plan together. */
@Service
@Transactional(readOnly = true)
class TargetPages {

    private final Targets targets;
    private final Indicators indicators;
    private final Figures figures;
    private final Organization organization;
    private final Access access;

    TargetPages(Targets targets, Indicators indicators, Figures figures, Organization organization, Access access) {
        this.targets = targets;
        this.indicators = indicators;
        this.figures = figures;
        this.organization = organization;
        this.access = access;
    }

    UnitId unit(String code) {
        return organization.idOf(code);
    }

    /** By field name, in plain words. */
    Map<String, String> errors(TargetForm form, int year) {
        var known = plannable(year).stream().map(Indicator::code).collect(Collectors.toSet());
        var errors = new LinkedHashMap<String, String>();
        if (form.lines().isEmpty()) {
            errors.put("plan", Texts.text("indicators.targets.nothing"));
        }
        form.lines().forEach((code, line) -> {
            if (!known.contains(code)) {
                errors.put("plan", Texts.text("indicators.targets.unknown", code));
            } else if (TargetForm.number(line).isEmpty()) {
                errors.put("value_" + code, Texts.text("indicators.targets.number", code, line.value()));
            } else if (TargetForm.phasing(line).isEmpty()) {
                errors.put("value_" + code, Texts.text("indicators.targets.shares", code));
            }
        });
        return errors;
    }

    Page page(Asked asked, TargetForm form, Map<String, String> errors) {
        var unit = unit(asked.unitCode());
        if (!access.allows(Capability.TARGETS_EDIT, unit)) {
            access.require(Capability.FIGURES_READ, unit);
        }
        var history = asked.tab().equals("history");
        var versions = asked.tab().equals("versions");
        return new Page(
                asked,
                organization
                        .find(unit, LocalDate.of(asked.year(), 12, 31))
                        .orElseThrow(() -> new NotFound(asked.unitCode())),
                indicators.groups(),
                rows(asked, unit, form, errors),
                errors,
                form.reason(),
                versions ? targets.revisions(unit, asked.year()) : List.of(),
                history ? targets.history(unit, asked.year()) : List.of(),
                access.allows(Capability.TARGETS_EDIT, unit));
    }

    private List<Row> rows(Asked asked, UnitId unit, TargetForm form, Map<String, String> errors) {
        var own = targets.current(unit, asked.year()).stream()
                .collect(Collectors.toMap(Target::indicator, Function.identity()));
        var lines = plannable(asked.year());
        var below = below(unit, asked.year(), lines);
        var rows = new ArrayList<Row>();
        for (var indicator : lines) {
            var target = own.get(indicator.code());
            var typed = form.lines().get(indicator.code());
            var beneath = below.getOrDefault(indicator.code(), BigDecimal.ZERO);
            rows.add(new Row(
                    indicator,
                    typed != null ? typed.value() : target == null ? "" : FigureText.plain(target.value()),
                    typed != null ? typed.phasing() : target == null ? "" : shares(target),
                    beneath.signum() == 0 ? "" : FigureText.plain(beneath),
                    target == null ? 0 : target.revision(),
                    errors.get("value_" + indicator.code())));
        }
        return rows;
    }

    /** What the direct children's plans add up to, where adding up means something. */
    private Map<String, BigDecimal> below(UnitId unit, int year, List<Indicator> lines) {
        var codes =
                lines.stream().filter(Indicator::additive).map(Indicator::code).toList();
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        figures.units(unit, Period.ofYear(year), codes, TreeView.AS_WAS)
                .forEach((code, children) -> sums.put(
                        code,
                        children.stream()
                                .map(child -> orZero(child.plan().year()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)));
        return sums;
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    /** Twelve shares in percent; "đều" for twelfths; nothing for the usual way. */
    static String shares(Target target) {
        var shares = target.phasing().shares();
        if (shares.isEmpty()) {
            return "";
        }
        return target.phasing().same(new Phasing(Phasing.EVEN))
                ? Texts.text("indicators.targets.even")
                : shares.stream()
                        .map(share -> FigureText.plain(share.movePointRight(2)))
                        .collect(Collectors.joining(" "));
    }

    private List<Indicator> plannable(int year) {
        return indicators.catalogue(LocalDate.of(year, 12, 31)).stream()
                .filter(indicator -> indicator.type() != Type.TEXT)
                .filter(indicator -> !indicator.derived() || indicator.rate())
                .toList();
    }
}
