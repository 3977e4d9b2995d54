package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.CountSource;
import org.giaoban.indicators.CountSource.Tally;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.tasks.Order;
import org.giaoban.tasks.SourceRef;
import org.giaoban.tasks.Tasks;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the system counts: numbers and shares, for one unit and for the grid of many, with where they came from. */
@GiaoBanTest(story = "vu-quang-2018-11")
class PrefillTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Organization organization;

    @Autowired
    Tasks tasks;

    @Autowired
    ObjectProvider<CountSource> sources;

    @Autowired
    Books books;

    @Autowired
    ReturnDesk desk;

    @Autowired
    Prefills prefills;

    @Autowired
    DSLContext db;

    /** The form of 2018 asks for nothing the system counts, so an indicator of it is counted here. */
    @BeforeEach
    void receptionsAreCountedAsTasks() {
        db.execute("insert into reporting.prefill (indicator, source, valid_from)"
                + " values ('NC01', 'tasks.counted.given', date '2011-01-01') on conflict do nothing");
        db.execute(
                "insert into platform.stamp (name, number) values ('reporting.prefill', nextval('platform.stamp_number'))"
                        + " on conflict (name) do update set number = excluded.number");
    }

    private void give(String code, String title) {
        viewer.run(Viewer.SYSTEM, () -> {
            var unit = organization.idOf(code);
            tasks.assign(new Order(
                    title,
                    "xong",
                    LocalDate.of(2018, 11, 20),
                    List.of(new Order.Assignee(unit, null, "BI_THU")),
                    unit,
                    new SourceRef("sample", UUID.randomUUID(), "mẫu", "/"),
                    Order.Reasons.NONE));
        });
    }

    private Tally tally(String name, String unit, String period) {
        return viewer.as(Viewer.SYSTEM, () -> {
            var id = organization.idOf(unit);
            return sources.stream()
                    .filter(one -> one.counts().contains(name))
                    .findFirst()
                    .orElseThrow()
                    .count(name, List.of(id), Period.parse(period))
                    .get(id);
        });
    }

    private String page(String address) throws Exception {
        return mvc.get()
                .uri(address)
                .with(SignIn.as(accounts, "vanphong"))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private MvcTestResult cells(String cells) {
        return mvc.post()
                .uri("/returns/grid/cells")
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .param("form", "TH-THANG")
                .param("period", "2018-11")
                .param("cells", cells)
                .exchange();
    }

    private Fields kept(String unit) {
        return viewer.as(
                Viewer.SYSTEM, () -> desk.lay(books.key(unit, "2018-11")).fields());
    }

    /** By the story's own list: eleven of twelve in October, in September two of twelve came after the month. */
    @Test
    void theShareOfReturnsInTimeCountsWhatFellDueAndWasSentByThen() throws Exception {
        assertThat(tally("reporting.counted.on-time", "SL", "2018-10")).isEqualTo(new Tally(11, 12));
        assertThat(tally("reporting.counted.on-time", "SL", "2018-09")).isEqualTo(new Tally(10, 12));
        assertThat(tally("reporting.counted.on-time", "SL-01", "2018-10")).isEqualTo(new Tally(0, 0));

        assertThat(page("/returns/SL/H-KY/2018-Q4")).contains("Hệ thống đếm được 11/12");
        assertThat(page("/returns/SL/H-KY/2018-Q4/counted/DH07"))
                .contains("Bãi Dâu", "nộp đúng hạn", "chưa nộp", "/returns/SL-12/TH-THANG/2018-10");
        mvc.post()
                .uri("/returns/SL/H-KY/2018-Q4/counted/DH07")
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();
        assertThat(page("/returns/SL/H-KY/2018-Q4"))
                .contains("name=\"n.DH07\" value=\"11\"", "name=\"d.DH07\" value=\"12\"");
    }

    @Test
    void theShareOfTasksInTimeIsTheOneOfTheirRates() {
        var rate = tally("tasks.counted.rate", "SL", "2018-10");
        var inTime = tally("tasks.counted.in-time", "SL", "2018-10").number();
        var late = tally("tasks.counted.late", "SL", "2018-10");
        var overdue = tally("tasks.counted.overdue", "SL", "2018-10");

        assertThat(rate)
                .isEqualTo(new Tally(
                        inTime,
                        inTime + (late == null ? 0 : late.number()) + (overdue == null ? 0 : overdue.number())));
        assertThat(rate.outOf()).isPositive();
        assertThat(prefills.of(books.key("SL-01", "2018-11"))).containsOnlyKeys("NC01");
    }

    @Test
    void theGridOffersCountsTakesThemWithTheirSourceAndGivesThemBack() throws Exception {
        give("SL-07", "Việc thứ nhất được đếm");
        give("SL-07", "Việc thứ hai được đếm");
        assertThat(page("/returns/grid?form=TH-THANG&period=2018-11")).contains("data-q=\"2\"", "data-q=\"0\"");

        cells("{\"SL-07\": {\"q.NC01\": [\"\", \"2\"]}, \"SL-08\": {\"q.NC01\": [\"\", \"9\"]}}");
        assertThat(kept("SL-07").get("v.NC01")).isEqualTo("2");
        assertThat(kept("SL-07").source("NC01")).isEqualTo("system:tasks.counted.given");
        assertThat(kept("SL-08").get("v.NC01")).as("not what is counted: typed").isEqualTo("9");
        assertThat(kept("SL-08").source("NC01")).isNull();

        cells("{\"SL-07\": {\"NC01\": [\"2\", \"\"]}}");
        assertThat(kept("SL-07").get("v.NC01")).isEmpty();

        assertThat(cells("{\"SL-08\": {\"q.NC01\": [\"\", \"0\"]}}"))
                .bodyText()
                .as("somebody has typed there")
                .contains("\"now\":\"9\"");
        assertThat(kept("SL-08").get("v.NC01")).isEqualTo("9");
    }

    @Test
    void withoutAScriptAButtonFillsTheEmptyCells() throws Exception {
        give("SL-04", "Việc của xã");
        String plain = "/returns/grid/plain?form=TH-THANG&period=2018-11&group=5";
        assertThat(page(plain)).contains("name=\"c SL-04 NC01\"", "Điền các ô trống hệ thống đếm được");
        mvc.post()
                .uri(plain)
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .param("take", "1")
                .param("c SL-03 NC01", "7")
                .param("w SL-03 NC01", "")
                .exchange();

        assertThat(kept("SL-04").source("NC01")).isEqualTo("system:tasks.counted.given");
        assertThat(kept("SL-03").get("v.NC01")).as("what is typed goes first").isEqualTo("7");
    }

    @Test
    void ordersOfOneUnitAreNotCountedForAnother() {
        give("SL-10", "Việc của xã khác");
        var counts = prefills.of(
                books.key("SL-10", "2018-11").form(),
                Period.parse("2018-11"),
                List.of(books.key("SL-10", "2018-11"), books.key("SL-09", "2018-11")));

        assertThat(counts.get(books.key("SL-10", "2018-11").unit().id())
                        .get("NC01")
                        .typed())
                .isEqualTo("1");
        assertThat(counts.get(books.key("SL-09", "2018-11").unit().id()))
                .isEqualTo(Map.of("NC01", new Prefills.Count("tasks.counted.given", Tally.of(0))));
    }
}
