package org.giaoban.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.consolidation.ThreeLevels.FLOW;
import static org.giaoban.consolidation.ThreeLevels.OCTOBER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.consolidation.ThreeLevels.Tree;
import org.giaoban.indicators.Fact;
import org.giaoban.indicators.FactSource;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Targets;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What reaches the figures of a report that was sent without any return lights the desk of its level too. */
@GiaoBanTest
@ExtendWith(InVietnamese.class)
class MovedWithoutReturnTest {

    @Autowired
    private ThreeLevels levels;

    @Autowired
    private TreeWatch watch;

    @Autowired
    private Organization organization;

    @Autowired
    private Figures figures;

    @Autowired
    private Targets targets;

    @Autowired
    private JdbcTemplate jdbc;

    private Tree sent() {
        var tree = levels.tree();
        for (var commune = 0; commune < 6; commune++) {
            levels.say(tree, commune, 10, 30, 40);
        }
        tree.districts().forEach(levels::send);
        look();
        return tree;
    }

    /** The server looks by itself too; whoever came first, it has been done. */
    private void look() {
        do {
            levels.run(watch::look);
        } while (!organization
                .state()
                .toString()
                .equals(jdbc.queryForObject("select looked from consolidation.tree_watch", String.class)));
    }

    private void join(Tree tree, String code, LocalDate from) {
        levels.run(() -> {
            var id = organization.found(new NewUnit(
                    code,
                    "Đơn vị " + code,
                    code,
                    "DANG_UY_XA",
                    tree.districts().getFirst().id(),
                    DateRange.from(from),
                    "x"));
            if (from.isBefore(OCTOBER.from())) {
                figures.put(
                        new FactSource("sample", UUID.randomUUID(), "mẫu"),
                        id,
                        OCTOBER,
                        List.of(new Fact(FLOW, Figure.of(4), null)));
            }
        });
    }

    @Test
    void anotherTreeOfThePastIsNoticedAndIsADifference() {
        var tree = sent();
        var touched = tree.districts().getFirst();
        var other = tree.districts().getLast();

        join(tree, touched.code() + "-SAU", LocalDate.of(2018, 11, 1));
        look();
        assertThat(levels.row(touched).stirredAt())
                .as("the tree of October is as it was")
                .isNull();

        join(tree, touched.code() + "-TRUOC", LocalDate.of(2018, 3, 1));
        look();

        assertThat(levels.row(touched).stirredAt()).isNotNull();
        assertThat(levels.row(other).stirredAt()).as("nothing changed below it").isNull();
        assertThat(levels.differences(touched)).singleElement().satisfies(one -> {
            assertThat(one.nowText()).isEqualTo("34");
            assertThat(one.causes()).singleElement().satisfies(cause -> {
                assertThat(cause.name()).isEqualTo(touched.code() + "-TRUOC");
                assertThat(cause.how()).isEqualTo("mới thuộc cây của kỳ này");
                assertThat(cause.since()).isNotNull();
            });
        });
        levels.takeIn(touched, FLOW);
        look();
        assertThat(levels.row(touched).stirredAt())
                .as("decided on, and noted once")
                .isNull();
    }

    @Test
    void anotherPlanMovesWhatIsCalculatedFromIt() {
        var tree = levels.tree();
        var district = tree.districts().getFirst();
        for (var commune = 0; commune < 6; commune++) {
            levels.say(tree, commune, 10, 30, 40);
        }
        levels.run(() -> targets.set(district.id(), FLOW, 2018, BigDecimal.valueOf(100), List.of()));
        tree.districts().forEach(levels::send);
        assertThat(levels.sealed(district, 1).lines()).containsKey("TC19");
        assertThat(levels.row(district).stirredAt()).isNull();

        levels.run(() -> targets.set(district.id(), FLOW, 2018, BigDecimal.valueOf(50), List.of()));

        assertThat(levels.row(district).stirredAt()).isNotNull();
        assertThat(levels.row(tree.districts().getLast()).stirredAt()).isNull();
        assertThat(levels.differences(district))
                .as("the plan itself, and the share of it that is done")
                .extracting(one -> one.indicator().code())
                .containsExactly("TC18", "TC19");
    }
}
