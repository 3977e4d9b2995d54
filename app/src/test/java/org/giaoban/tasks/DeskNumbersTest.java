package org.giaoban.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Seeded;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.NavItem;
import org.giaoban.tasks.Deed.Act;
import org.giaoban.tasks.TaskFilter.View;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A number on the desk, in the navigation or in a table of rates is the number of rows behind it, whoever looks. */
@GiaoBanTest(story = "vu-quang-2018-11")
@Import(Given.class)
class DeskNumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 11, 1);
    private static final List<String> VIEWERS =
            List.of("vanphong", "thuongtruc", "bithu", "tochuc", "kiemtra", "quantri", "xa03", "bithu07", "bithu11");

    private static boolean filled;

    @Autowired
    private Given given;

    @Autowired
    private Desk desk;

    @Autowired
    private ObjectProvider<DeskSource> sources;

    @Autowired
    private TaskNavigation navigation;

    @Autowired
    private TaskLists lists;

    @Autowired
    private Rates rates;

    @BeforeEach
    void randomTasks() {
        if (filled) {
            return;
        }
        filled = true;
        var random = Seeded.random("lives of tasks");
        for (var number = 0; number < 120; number++) {
            lived(
                    given.order("Việc ngẫu nhiên " + number, TODAY.plusDays(random.nextInt(-40, 40)), code(random)),
                    random);
        }
    }

    private static String code(Random random) {
        return "SL-%02d".formatted(random.nextInt(1, 13));
    }

    /** Lets the unit do some of what can be done, in October. */
    private void lived(TaskId id, Random random) {
        var line = given.line(id, TODAY);
        var deeds = new ArrayList<Deed>();
        if (random.nextInt(3) > 0) {
            deeds.add(deed(Act.ACCEPT, random));
        }
        if (random.nextInt(3) == 0) {
            deeds.add(new Deed(Act.ASK_EXTENSION, at(random), Viewer.SYSTEM, "Mưa", null, TODAY.plusDays(60)));
            if (random.nextBoolean()) {
                deeds.add(new Deed(Act.EXTEND, at(random), Viewer.SYSTEM, "Được", null, TODAY.plusDays(60)));
            }
        }
        if (random.nextBoolean()) {
            deeds.add(deed(Act.REPORT, random));
            if (random.nextInt(3) > 0) {
                deeds.add(deed(random.nextBoolean() ? Act.CONFIRM : Act.RETURN, random));
            }
        }
        var unit = line.lights().getFirst().unitName();
        var code = codes().get(unit);
        given.deeds(id, code, deeds.toArray(Deed[]::new));
    }

    private Map<String, String> codes() {
        return Stream.iterate(1, number -> number + 1)
                .limit(12)
                .map("SL-%02d"::formatted)
                .collect(java.util.stream.Collectors.toMap(this::name, code -> code));
    }

    private String name(String code) {
        return given.as("quantri", () -> given.name(code));
    }

    private static Deed deed(Act act, Random random) {
        return Deed.of(act, at(random), Viewer.SYSTEM, "x");
    }

    private static Instant at(Random random) {
        return Instant.parse("2018-10-02T03:00:00Z").plusSeconds(random.nextInt(28 * 86_400));
    }

    @Test
    void everyNumberOnTheDeskIsThatOfItsRows() {
        for (var login : VIEWERS) {
            var page = given.as(login, () -> desk.of(TODAY));
            var all = 0;
            for (var source : sources) {
                if (source.owed()) {
                    List<DeskItem> items = given.as(login, () -> source.items(TODAY, 999));
                    var count = given.as(login, () -> source.count(TODAY));
                    assertThat(count).as(login + " " + source.titleKey()).isEqualTo(items.size());
                    all += count;
                }
            }
            assertThat(page.all()).as(login).isEqualTo(all);
            var laidOut = java.util.Arrays.stream(Desk.Urgency.values())
                    .mapToInt(page::number)
                    .sum();
            var kept = page.owed().stream().mapToInt(Desk.Kind::more).sum();
            assertThat(laidOut + kept).as(login).isEqualTo(all);
            assertThat(badges(login)).as(login).contains(all);
        }
    }

    private List<Integer> badges(String login) {
        return given.as(
                login,
                () -> navigation.items().stream()
                        .map(NavItem::badge)
                        .map(badge -> badge == null ? 0 : badge)
                        .toList());
    }

    @Test
    void theListBehindEachNumberHasAsManyRows() {
        for (var login : VIEWERS) {
            for (var view : List.of(View.OWED, View.WAITING, View.RAISED)) {
                var rows = given.as(login, () -> lists.all(TaskFilter.of(Map.of("view", view.code()))));
                var kinds = given.as(login, () -> desk.of(TODAY)).owed().stream()
                        .filter(kind -> ("/tasks?view=" + view.code()).equals(kind.href()))
                        .mapToInt(Desk.Kind::count)
                        .sum();
                assertThat(kinds).as(login + " " + view).isEqualTo(rows.size());
            }
        }
        assertThat(given.as("vanphong", () -> desk.of(TODAY)).all()).isPositive();
    }

    @Test
    void everyRateLeadsToItsTasks() {
        for (var login : List.of("vanphong", "bithu07", "tochuc")) {
            for (var by : Rates.By.values()) {
                var table = given.as(login, () -> rates.of(View.UNIT, by, Period.month(2018, 10)));
                for (var rate : table.rows()) {
                    var whose = Map.of(
                            by == Rates.By.UNIT ? "unit" : "person", rate.id().toString());
                    assertThat(behind(login, CountedTasks.GIVEN, whose)).isEqualTo(rate.given());
                    assertThat(behind(login, CountedTasks.IN_TIME, whose)).isEqualTo(rate.inTime());
                    assertThat(behind(login, CountedTasks.LATE, whose)).isEqualTo(rate.late());
                    assertThat(behind(login, CountedTasks.OVERDUE, whose)).isEqualTo(rate.overdue());
                }
            }
        }
        var all = given.as("vanphong", () -> rates.of(View.UNIT, Rates.By.UNIT, Period.month(2018, 10)));
        assertThat(all.rows()).hasSizeGreaterThan(8);
        assertThat(all.all().percent()).isNotNull();
    }

    private int behind(String login, String count, Map<String, String> whose) {
        var query = new java.util.HashMap<>(whose);
        query.putAll(Map.of("view", "unit", "count", count, "period", "2018-10"));
        return given.as(login, () -> lists.all(TaskFilter.of(query))).size();
    }
}
