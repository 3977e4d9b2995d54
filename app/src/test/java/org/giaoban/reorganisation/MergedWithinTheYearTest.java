package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Fact;
import org.giaoban.indicators.FactSource;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeView;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** A and B report until June, become N on 1 July, and C is divided 30/70 that day: the year still knows its first half. */
@GiaoBanTest
@ExtendWith(InVietnamese.class)
class MergedWithinTheYearTest {

    private static final LocalDate DAY = LocalDate.of(2018, 7, 1);
    private static final Period TEN_MONTHS = Period.parse("2018-YTD-10");

    @Autowired
    private Plans plans;

    @Autowired
    private Settlement settlement;

    @Autowired
    private Execution execution;

    @Autowired
    private Organization organization;

    @Autowired
    private Figures figures;

    @Autowired
    private CurrentViewer viewer;

    @Test
    void theMonthsBeforeAMergerStayInTheYear() {
        viewer.run(Viewer.SYSTEM, () -> {
            found();
            months(1, 6, "W-A", 3, 30);
            months(1, 6, "W-B", 5, 50);
            months(1, 6, "W-C", 10, 100);
            reorganise();
            months(7, 10, "W-N", 2, 85);
            months(7, 10, "W-C1", 1, 31);
            months(7, 10, "W-C2", 4, 68);
            for (var view : TreeView.values()) {
                flowsCountTheWholeYear(view);
                stocksAreThoseOfTheEnd(view);
            }
            aMonthKnowsOnlyItsOwnUnits();
        });
    }

    private void flowsCountTheWholeYear(TreeView view) {
        var whole = line("W", "TC17", TEN_MONTHS, view).actual();
        assertThat(whole.value()).isEqualByComparingTo("136");
        assertThat(whole.estimated()).isFalse();
        assertThat(whole.counts()).isEqualTo(new FigureLine.Counts(3, 3, 0, 0, 0, 0, 0));
        var heir = line("W-N", "TC17", TEN_MONTHS, view).actual();
        assertThat(heir.value()).isEqualByComparingTo("56");
        assertThat(heir.estimated()).isFalse();
        var part = line("W-C1", "TC17", TEN_MONTHS, view).actual();
        assertThat(part.value()).isEqualByComparingTo("22");
        assertThat(part.estimated()).isTrue();
    }

    private void stocksAreThoseOfTheEnd(TreeView view) {
        assertThat(line("W", "TC10", TEN_MONTHS, view).actual().value()).isEqualByComparingTo("184");
        assertThat(line("W-N", "TC10", TEN_MONTHS, view).actual().value()).isEqualByComparingTo("85");
    }

    private void aMonthKnowsOnlyItsOwnUnits() {
        var june = line("W", "TC17", Period.month(2018, 6), TreeView.AS_WAS).actual();
        assertThat(june.value()).isEqualByComparingTo("18");
        assertThat(june.counts().expected()).isEqualTo(3);
        assertThat(line("W", "TC17", Period.month(2018, 7), TreeView.AS_WAS)
                        .actual()
                        .value())
                .isEqualByComparingTo("7");
    }

    private void found() {
        var top = unit("W", "HUYEN_UY", null);
        List.of("W-A", "W-B", "W-C").forEach(code -> unit(code, "DANG_UY_XA", top));
    }

    private void months(int from, int to, String code, int flow, int stock) {
        for (var month = from; month <= to; month++) {
            figures.put(
                    new FactSource("test", UUID.randomUUID(), "test"),
                    organization.idOf(code),
                    Period.month(2018, month),
                    List.of(new Fact("TC17", Figure.of(flow), null), new Fact("TC10", Figure.of(stock), null)));
        }
    }

    private void reorganise() {
        var id = plans.draft(new Terms("Sắp xếp giữa năm", DAY, "Nghị quyết 2", ""));
        plans.addAll(
                id,
                List.of(
                        NewEvent.of(
                                EventKind.MERGE,
                                List.of(Giver.whole("W-A"), Giver.whole("W-B")),
                                List.of(fresh("W-N"))),
                        NewEvent.of(
                                EventKind.SPLIT,
                                List.of(Giver.whole("W-C")),
                                List.of(
                                        fresh("W-C1").share(new java.math.BigDecimal("0.3"), false),
                                        fresh("W-C2").share(new java.math.BigDecimal("0.7"), false)))));
        settlement.settle(id);
        execution.execute(id, plans.get(id).version());
    }

    private static Target fresh(String code) {
        return Target.unit(code, "Đảng ủy xã " + code, code, "DANG_UY_XA", "W");
    }

    private UnitId unit(String code, String kind, @Nullable UnitId parent) {
        var valid = DateRange.from(LocalDate.of(2015, 1, 1));
        return organization.found(new NewUnit(code, "Đơn vị " + code, code, kind, parent, valid, ""));
    }

    private FigureLine line(String code, String indicator, Period period, TreeView view) {
        return figures.row(organization.idOf(code), period, indicator, view);
    }
}
