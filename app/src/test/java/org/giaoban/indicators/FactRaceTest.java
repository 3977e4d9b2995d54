package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two forms that say something of the same unit and month at the same moment: one waits for the other, and nothing is lost. */
@GiaoBanTest
class FactRaceTest {

    private static final Period OCTOBER = Period.month(2018, 10);
    private static int made;

    private final Figures figures;
    private final OwnerRepository owners;
    private final Organization organization;
    private final CurrentViewer viewer;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private UnitId unit = UnitId.next();

    @Autowired
    FactRaceTest(
            Figures figures,
            OwnerRepository owners,
            Organization organization,
            CurrentViewer viewer,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.figures = figures;
        this.owners = owners;
        this.organization = organization;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void aUnit() {
        var code = "RACE-" + ++made;
        unit = viewer.as(
                Viewer.SYSTEM,
                () -> organization.found(
                        new NewUnit(code, code, code, "HUYEN_UY", null, DateRange.from(LocalDate.of(2000, 1, 1)), "")));
        owners.register(organization.get(unit, OCTOBER.lastDay()));
    }

    @Test
    void whatTheFirstOneSaidStaysReadableWhenBothBeginTheMonth() {
        meet(source("A"), Figure.of(1), source("B"), Figure.of(2));

        assertThat(figures.own(unit, OCTOBER)).containsEntry("TC17", Figure.of(2));
        assertThat(past()).containsExactly("1 v1 A");
    }

    @Test
    void alsoWhenAThirdHadBegunItWithoutThisFigure() {
        put(source("C"), "TC10", Figure.of(200));

        meet(source("A"), Figure.of(1), source("B"), Figure.of(2));

        assertThat(figures.own(unit, OCTOBER)).containsEntry("TC17", Figure.of(2));
        assertThat(past()).containsExactly("1 v1 A");
    }

    @Test
    void andWhenBothReplaceWhatWasSaidBefore() {
        put(source("C"), "TC17", Figure.of(7));

        meet(source("A"), Figure.of(1), source("B"), Figure.of(2));

        assertThat(figures.own(unit, OCTOBER)).containsEntry("TC17", Figure.of(2));
        assertThat(past()).containsExactly("1 v2 A", "7 v1 C");
    }

    @Test
    void whoTakesBackWhatWasReplacedMeanwhileTakesNothingFromTheOther() {
        var first = source("A");
        put(first, "TC17", Figure.of(1));

        var other =
                meanwhile(() -> put(source("B"), "TC17", Figure.of(2)), () -> figures.withdraw(first, unit, OCTOBER));
        other.join();

        assertThat(figures.own(unit, OCTOBER)).containsOnly(Map.entry("TC17", Figure.of(2)));
    }

    private void meet(FactSource first, Figure one, FactSource second, Figure two) {
        meanwhile(() -> put(first, "TC17", one), () -> put(second, "TC17", two)).join();
    }

    /** The first one has written but not committed when the second one comes, and has to wait. */
    private CompletableFuture<Void> meanwhile(Runnable first, Runnable second) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    first.run();
                    var other = CompletableFuture.runAsync(() -> viewer.run(Viewer.SYSTEM, second));
                    await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 1);
                    return other;
                })));
    }

    private int waiting() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class));
    }

    private void put(FactSource source, String indicator, Figure figure) {
        viewer.run(Viewer.SYSTEM, () -> figures.put(source, unit, OCTOBER, List.of(new Fact(indicator, figure, null))));
    }

    private static FactSource source(String label) {
        return new FactSource("test", UUID.randomUUID(), label);
    }

    /** What counted once, newest first: value, version, who said it. */
    private List<String> past() {
        return jdbc.queryForList(
                "select p.value || ' v' || p.version || ' ' || a.source_label from indicators.past_value p"
                        + " join indicators.arrival a on a.cell_id = p.cell_id and a.id = p.arrival_id"
                        + " join indicators.owner o on o.unit_no = p.unit_no where o.unit_id = ? order by p.version desc",
                String.class,
                unit.value());
    }
}
