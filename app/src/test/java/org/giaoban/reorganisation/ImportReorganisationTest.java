package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Organization;
import org.giaoban.organization.ReorganisationTable;
import org.giaoban.organization.Succession;
import org.giaoban.organization.Successions;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A table of the 2025 reorganisation becomes one plan, and the tree of both days is what the table says. */
@GiaoBanTest
@ExtendWith(InVietnamese.class)
class ImportReorganisationTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final LocalDate EVE = DAY.minusDays(1);

    @Autowired
    private ReorganisationImport imports;

    @Autowired
    private Undo undo;

    @Autowired
    private Plans plans;

    @Autowired
    private Organization organization;

    @Autowired
    private Successions successions;

    @Autowired
    private CurrentViewer viewer;

    @Test
    void theTreeOfBothDaysIsWhatTheTableSays() throws IOException {
        check(new ClassPathResource("reorganisation/table.csv").getFile().toPath());

        viewer.run(Viewer.SYSTEM, () -> {
            var lamGiang = organization.get(organization.idOf("VN-T81"), DAY);
            assertThat(lamGiang.name()).isEqualTo("Tỉnh Lam Giang");
            assertThat(organization.subtree(lamGiang.id(), DAY))
                    .extracting(unit -> unit.kind() + " " + unit.name())
                    .containsExactlyInAnyOrder(
                            "TINH Tỉnh Lam Giang",
                            "PHUONG Phường Rú Mây",
                            "PHUONG Phường Lam Giang",
                            "PHUONG Phường Bãi Dâu",
                            "XA Xã Khe Sậy",
                            "XA Xã Trầu Giang",
                            "DAC_KHU Đặc khu Hòn Chài");
            // a third is no decimal; the last takes the rest, so that nothing is lost or made
            assertThat(successions.of(organization.idOf("VN-X8005")))
                    .extracting(Succession::share)
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .containsExactlyInAnyOrder(
                            new BigDecimal("0.33333333"), new BigDecimal("0.33333333"), new BigDecimal("0.33333334"));
            assertThat(organization.find(organization.idOf("VN-H802"), DAY)).isEmpty();
        });
    }

    /** 1,648 rows of the real reorganisation of 1 July 2025: every commune of what had been six provinces. */
    @Test
    void theTreeOfBothDaysIsWhatTheRealTableSays() throws IOException {
        check(new ClassPathResource("reorganisation/four-provinces-2025.csv")
                .getFile()
                .toPath());
    }

    private void check(Path file) {
        var table = ReorganisationTable.read(file);
        viewer.run(Viewer.SYSTEM, () -> {
            var first = run(table);
            assertThat(first.bad()).isEmpty();
            assertThat(first.open()).isEmpty();
            days(table);
            successors(table);

            var plan = plans.page(PlanState.EXECUTED, null).items().getFirst().id();
            var again = run(table);
            assertThat(again.events()).isZero();
            assertThat(again.founded()).isZero();
            assertThat(again.known()).isEqualTo(table.rows().size());

            undo.undo(plan);
            assertThat(organization.codes(codes(table, false)).values())
                    .allSatisfy(unit -> assertThat(organization.find(unit, DAY)).isPresent());
            assertThat(run(table).events()).isEqualTo(first.events());
            successors(table);
        });
    }

    private ReorganisationImport.Outcome run(ReorganisationTable table) {
        var terms = new Terms("Sắp xếp thử", DAY, "Nghị quyết số 01", "");
        return imports.run(new ReorganisationImport.Order(table, terms, LocalDate.of(2025, 1, 1)), step -> {});
    }

    private void days(ReorganisationTable table) {
        var old = organization.codes(codes(table, false)).values();
        var later = organization.codes(codes(table, true)).values();
        assertThat(old).hasSize(codes(table, false).size());
        assertThat(later).hasSize(codes(table, true).size());
        assertThat(old).allSatisfy(unit -> {
            assertThat(organization.find(unit, EVE)).isPresent();
            assertThat(organization.find(unit, DAY)).isEmpty();
        });
        assertThat(later).allSatisfy(unit -> {
            assertThat(organization.find(unit, EVE)).isEmpty();
            assertThat(organization.find(unit, DAY)).isPresent();
        });
        assertThat(organization.units(DAY)).noneMatch(unit -> unit.code().startsWith("VN-H"));
    }

    private static Set<String> codes(ReorganisationTable table, boolean later) {
        return table.rows().stream()
                .map(row -> later ? row.newCommune().code() : row.oldCommune().code())
                .collect(Collectors.toSet());
    }

    /** Every old commune's successors, every split, and that the shares of each add up to exactly one. */
    private void successors(ReorganisationTable table) {
        Map<String, Set<String>> wanted = new HashMap<>();
        table.rows()
                .forEach(row -> wanted.computeIfAbsent(row.oldCommune().code(), code -> new HashSet<>())
                        .add(row.newCommune().code()));
        Map<String, Set<String>> found = new HashMap<>();
        wanted.keySet().forEach(code -> {
            var steps = successions.of(organization.idOf(code));
            found.put(
                    code,
                    steps.stream()
                            .map(step -> organization.get(step.to(), DAY).code())
                            .collect(Collectors.toSet()));
            assertThat(steps.stream().map(Succession::share).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(BigDecimal.ONE);
            assertThat(steps).allMatch(step -> step.estimated() == steps.size() > 1);
        });
        assertThat(found).isEqualTo(wanted);
    }
}
