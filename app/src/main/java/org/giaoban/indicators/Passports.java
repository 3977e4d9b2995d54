package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.formulas.Formula;
import org.giaoban.indicators.Passport.Behind;
import org.giaoban.indicators.Passport.Month;
import org.giaoban.indicators.Passport.Seen;
import org.giaoban.indicators.Passport.Term;
import org.giaoban.indicators.RollUps.Bucket;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeChoices;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells where a figure comes from: definition, formula, rows behind, versions, texts that carry it. */
@Service
@Transactional(readOnly = true)
class Passports {

    private static final int SERIES = 13;

    /** As many units below as a page shows. */
    private static final int MOST_CHILDREN = 250;

    private final Figures figures;
    private final Indicators indicators;
    private final FigureLines lines;
    private final RollUps rollUps;
    private final Origins origins;
    private final Organization organization;
    private final TreeChoices choices;
    private final Access access;

    Passports(
            Figures figures,
            Indicators indicators,
            FigureLines lines,
            RollUps rollUps,
            Origins origins,
            Organization organization,
            TreeChoices choices,
            Access access) {
        this.figures = figures;
        this.indicators = indicators;
        this.lines = lines;
        this.rollUps = rollUps;
        this.origins = origins;
        this.organization = organization;
        this.choices = choices;
        this.access = access;
    }

    Passport of(String unitCode, String code, Period period, TreeView asked) {
        var unitId = organization.idOf(unitCode);
        access.require(Capability.FIGURES_READ, unitId);
        var choice = choices.of(unitId, period.lastDay(), asked);
        var line = figures.row(unitId, period, code, choice.view());
        var editions = lines.editions(List.of(code));
        var known = editions.on(period.lastDay());
        var rolled = rollUps.of(buckets(unitId, period, choice.view()), editions);
        var tree = rolled.tree(0);
        var seen = Stream.concat(
                        tree.branches().stream()
                                .flatMap(
                                        unit -> tree.sources(unit.id()).stream().map(Tree.Source::unit))
                                .distinct()
                                .flatMap(unit -> organization.find(unit, period.lastDay()).stream()),
                        tree.ended().stream())
                .filter(unit -> access.allows(Capability.FIGURES_READ, unit.id()))
                .toList();
        var children = FigureLines.children(rolled, 0, line.indicator());
        var visible = children.stream()
                .filter(child -> access.allows(Capability.FIGURES_READ, child.unit()))
                .toList();
        var own = origins.present(line.indicator(), seen, period);
        return new Passport(
                organization.get(unitId, choice.treeOn()),
                period,
                line,
                Seen.of(choice, tree),
                terms(rolled, line.indicator(), known),
                new Behind(
                        visible.stream().limit(MOST_CHILDREN).toList(),
                        children.size() - visible.size(),
                        Math.max(0, visible.size() - MOST_CHILDREN),
                        own,
                        origins.corrected(line.indicator(), own, origins.past(line.indicator(), seen, period))),
                series(rolled, line.indicator(), period),
                origins.printed(unitId, line.indicator(), period));
    }

    /**
     * The period itself, then the months of its series; as it was, these keep to the tree of the period, unless
     * that is so large that each is read from the totals of its own day.
     */
    private List<Bucket> buckets(UnitId unit, Period period, TreeView view) {
        var buckets = new ArrayList<>(List.of(rollUps.bucket(unit, period, view)));
        var high = rollUps.readsTotals(buckets.getFirst());
        months(period)
                .forEach(month -> buckets.add(
                        view == TreeView.AS_WAS && !high
                                ? new Bucket(unit, month, period.lastDay(), month.lastDay())
                                : rollUps.bucket(unit, month, view)));
        return buckets;
    }

    /** What the public may see: a figure that stands in a text everybody may read. */
    Published published(UUID id) {
        var frozen = figures.frozen(id).orElseThrow(() -> new NotFound(id));
        var texts = origins.uses(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(FigureUses.Use::open)
                .toList();
        var reader = access.allows(Capability.FIGURES_READ, frozen.ref().unit());
        if (texts.isEmpty() && !reader) {
            throw new NotFound(id);
        }
        var day = frozen.ref().period().lastDay();
        return new Published(
                frozen,
                indicators.get(frozen.ref().indicator(), day),
                organization.get(frozen.ref().unit(), day).name(),
                texts,
                reader
                        ? Figures.href(
                                frozen.unitCode(),
                                frozen.ref().indicator(),
                                frozen.ref().period())
                        : null);
    }

    /** A frozen figure for readers of the portal; {@code inside} is the full passport's address for those who may. */
    public record Published(
            FrozenFigure frozen,
            Indicator indicator,
            String unit,
            List<FigureUses.Use> texts,
            @Nullable String inside) {}

    /** The months up to the period's end, oldest first. */
    private static List<Period> months(Period period) {
        var months = new ArrayList<Period>();
        var month = period.months().getLast();
        for (var count = 0; count < SERIES; count++) {
            months.addFirst(month);
            month = month.previous();
        }
        return months;
    }

    private static List<Month> series(RolledUp rolled, Indicator indicator, Period period) {
        var series = new ArrayList<Month>();
        var months = months(period);
        for (var number = 0; number < months.size(); number++) {
            series.add(new Month(
                    months.get(number),
                    rolled.inForce(number + 1, indicator),
                    rolled.rolled(number + 1, Tree.ALL, indicator)));
        }
        return series;
    }

    private static List<Term> terms(RolledUp rolled, Indicator indicator, Map<String, Indicator> known) {
        var terms = new ArrayList<Term>();
        if (indicator.derived()) {
            addTerms(terms, rolled, indicator.rule().numerator(), known, false);
            addTerms(terms, rolled, indicator.rule().denominator(), known, true);
        }
        return terms;
    }

    private static void addTerms(
            List<Term> terms, RolledUp rolled, @Nullable String formula, Map<String, Indicator> known, boolean below) {
        if (formula == null) {
            return;
        }
        Formula.read(formula).root().operands().distinct().forEach(operand -> {
            var indicator = known.get(operand.code());
            if (indicator != null) {
                terms.add(new Term(indicator, operand.take(), rolled.operand(0, Tree.ALL, operand), below));
            }
        });
    }
}
