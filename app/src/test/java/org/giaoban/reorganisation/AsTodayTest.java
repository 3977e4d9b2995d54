package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.organization.TreeView.AS_TODAY;
import static org.giaoban.organization.TreeView.AS_WAS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Fact;
import org.giaoban.indicators.FactSource;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Targets;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Qualifier;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeChoices;
import org.giaoban.organization.TreeView;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two districts: A and B become N, C is divided 40/60 between the districts, F moves to the other district, G is new.
 * What was reported before is shown by today's tree.
 */
@GiaoBanTest
@ExtendWith(InVietnamese.class)
class AsTodayTest {

    private static final Period OCTOBER = Period.month(2018, 10);
    private static final LocalDate DAY = LocalDate.of(2019, 1, 1);

    @Autowired
    private Plans plans;

    @Autowired
    private Settlement settlement;

    @Autowired
    private Execution execution;

    @Autowired
    private Organization organization;

    @Autowired
    private TreeChoices choices;

    @Autowired
    private Figures figures;

    @Autowired
    private Targets targets;

    @Autowired
    private CurrentViewer viewer;

    @Test
    void thePastIsShownByTheTreeOfToday() {
        viewer.run(Viewer.SYSTEM, () -> {
            report();
            assertThat(choices.of(id("V"), OCTOBER.lastDay(), AS_TODAY).view()).isEqualTo(AS_WAS);
            reorganise();
            theWholeStaysExact();
            branchesHaveWhatTheirHeirsHave();
            ratesAreRecomputed();
            targetsGoTheSameWay();
            theChoiceIsOfferedWhereItMatters();
        });
    }

    private void theWholeStaysExact() {
        for (var view : TreeView.values()) {
            assertThat(line("V", "TC17", view).actual().value()).isEqualByComparingTo("27");
            assertThat(line("V", "TC10", view).actual().value()).isEqualByComparingTo("333");
            assertThat(line("V", "TC17", view).actual().estimated()).isFalse();
            assertThat(line("V", "TC17", view).actual().counts()).isEqualTo(new FigureLine.Counts(5, 5, 0, 0, 0, 0, 0));
        }
    }

    private void branchesHaveWhatTheirHeirsHave() {
        assertThat(line("V1", "TC17", AS_WAS).actual().value()).isEqualByComparingTo("18");
        var first = units("V1", "TC17");
        assertThat(first).containsOnlyKeys("V-N", "V-C1", "V-F");
        assertThat(first.get("V-N").rolled().figure()).isEqualTo(Figure.of(8));
        assertThat(first.get("V-F").rolled().figure()).isEqualTo(Figure.of(2));
        assertThat(first.get("V-C1").rolled().estimated()).isTrue();
        assertThat(first.get("V-C1").rolled().value()).isEqualByComparingTo("4");
        assertThat(first.get("V-C1").rolled().counts().present()).isZero();

        var whole = line("V1", "TC17", AS_TODAY).actual();
        assertThat(whole.value()).isEqualByComparingTo("14");
        assertThat(((Figure.Present) whole.figure()).qualifier()).isEqualTo(Qualifier.ABOUT);
        assertThat(whole.text(line("V1", "TC17", AS_TODAY).indicator())).isEqualTo("≈ 14");
        assertThat(whole.counts()).isEqualTo(new FigureLine.Counts(3, 3, 0, 0, 0, 0, 0));

        var other = line("V2", "TC10", AS_TODAY).actual();
        assertThat(other.value()).isEqualByComparingTo("130");
        assertThat(other.counts().present()).isEqualTo(2);
        assertThat(line("V-G", "TC17", AS_TODAY).actual().value()).isNull();
    }

    private void ratesAreRecomputed() {
        assertThat(line("V2", "TC30", AS_TODAY).actual().value())
                .isEqualByComparingTo(Figure.share(new BigDecimal("505.4"), new BigDecimal("1006"), new BigDecimal(100))
                        .amount()
                        .orElseThrow());
        assertThat(line("V", "TC30", AS_TODAY).actual().value())
                .isEqualByComparingTo(line("V", "TC30", AS_WAS).actual().value());
    }

    private void targetsGoTheSameWay() {
        var first = units("V1", "TC17");
        assertThat(first.get("V-N").plan().year()).isEqualByComparingTo("12");
        assertThat(first.get("V-C1").plan().year()).isEqualByComparingTo("4");
        assertThat(first.get("V-C1").plan().estimated()).isTrue();
        assertThat(first.get("V-N").plan().estimated()).isFalse();
        assertThat(line("V2", "TC17", AS_TODAY).plan().estimated()).isTrue();
        assertThat(line("V", "TC17", AS_TODAY).plan().estimated())
                .as("the whole tree knows exactly what its branches guess")
                .isFalse();
        assertThat(line("V2", "TC17", AS_TODAY).plan().year()).isEqualByComparingTo("6");
        assertThat(line("V", "TC17", AS_TODAY).plan().year())
                .isEqualByComparingTo(line("V", "TC17", AS_WAS).plan().year());
    }

    private void theChoiceIsOfferedWhereItMatters() {
        assertThat(choices.of(id("V1"), OCTOBER.lastDay(), AS_TODAY))
                .extracting(TreeChoices.Choice::view, TreeChoices.Choice::offered)
                .containsExactly(AS_TODAY, true);
        assertThat(choices.of(id("V-E"), OCTOBER.lastDay(), AS_TODAY).offered()).isFalse();
        assertThat(choices.of(id("V1"), DAY, AS_TODAY).offered()).isFalse();
        assertThat(choices.of(id("V-A"), OCTOBER.lastDay(), AS_TODAY).view()).isEqualTo(AS_WAS);
        assertThat(choices.of(id("V-N"), OCTOBER.lastDay(), AS_TODAY))
                .extracting(TreeChoices.Choice::view, TreeChoices.Choice::offered)
                .containsExactly(AS_TODAY, false);
    }

    private void report() {
        var top = unit("V", "TINH_UY", null);
        var one = unit("V1", "HUYEN_UY", top);
        var two = unit("V2", "HUYEN_UY", top);
        say(
                unit("V-A", "DANG_UY_XA", one),
                3,
                33,
                Figure.share(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal(100)),
                8);
        say(unit("V-B", "DANG_UY_XA", one), 5, 50, null, 4);
        say(unit("V-C", "DANG_UY_XA", one), 10, 50, share(9, 10), 10);
        say(unit("V-E", "DANG_UY_XA", two), 7, 100, share(500, 1000), 0);
        say(unit("V-F", "DANG_UY_XA", two), 2, 100, null, 0);
    }

    private void reorganise() {
        var id = plans.draft(new Terms("Sắp xếp", DAY, "Nghị quyết 1", ""));
        plans.addAll(
                id,
                List.of(
                        NewEvent.of(
                                EventKind.MERGE,
                                List.of(Giver.whole("V-A"), Giver.whole("V-B")),
                                List.of(fresh("V-N", "V1"))),
                        NewEvent.of(
                                EventKind.SPLIT,
                                List.of(Giver.whole("V-C")),
                                List.of(
                                        fresh("V-C1", "V1").share(new BigDecimal("0.4"), false),
                                        fresh("V-C2", "V2").share(new BigDecimal("0.6"), false))),
                        NewEvent.of(EventKind.MOVE, List.of(), List.of(Target.unit("V-F", "", "", "", "V1"))),
                        NewEvent.of(EventKind.FOUND, List.of(), List.of(fresh("V-G", "V1")))));
        settlement.settle(id);
        execution.execute(id, plans.get(id).version());
    }

    private static Target fresh(String code, String parent) {
        return Target.unit(code, "Đảng ủy xã " + code, code, "DANG_UY_XA", parent);
    }

    private UnitId unit(String code, String kind, @Nullable UnitId parent) {
        var valid = DateRange.from(LocalDate.of(2015, 1, 1));
        return organization.found(new NewUnit(code, "Đơn vị " + code, code, kind, parent, valid, ""));
    }

    private void say(UnitId unit, int flow, int stock, @Nullable Figure rate, int target) {
        var facts = new java.util.ArrayList<Fact>();
        facts.add(new Fact("TC17", Figure.of(flow), null));
        facts.add(new Fact("TC10", Figure.of(stock), null));
        if (rate != null) {
            facts.add(new Fact("TC30", rate, null));
        }
        figures.put(new FactSource("test", UUID.randomUUID(), "test"), unit, OCTOBER, facts);
        if (target > 0) {
            targets.set(unit, "TC17", 2018, BigDecimal.valueOf(target), List.of());
        }
    }

    private static Figure share(int part, int whole) {
        return Figure.share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole), BigDecimal.valueOf(100));
    }

    private FigureLine line(String code, String indicator, TreeView view) {
        return figures.row(id(code), OCTOBER, indicator, view);
    }

    private Map<String, UnitFigure> units(String code, String indicator) {
        return figures
                .units(id(code), OCTOBER, List.of(indicator), AS_TODAY)
                .getOrDefault(indicator, List.of())
                .stream()
                .collect(Collectors.toMap(UnitFigure::code, Function.identity()));
    }

    private UnitId id(String code) {
        return organization.idOf(code);
    }
}
