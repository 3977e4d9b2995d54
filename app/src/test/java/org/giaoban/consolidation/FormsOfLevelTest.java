package org.giaoban.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.giaoban.consolidation.Consolidating.Seen;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Memory;
import org.giaoban.reporting.LevelForms;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A level's report is one of a form; the lists in words it holds are frozen, compared and decided on as its figures are. */
@GiaoBanTest(story = "vu-quang-2018-11")
class FormsOfLevelTest {

    private static final Period OCTOBER = Period.month(2018, 10);
    private static final String DIFFICULTIES = "DH08";

    @Autowired
    private Consolidating consolidating;

    @Autowired
    private AsNowReader present;

    @Autowired
    private DifferenceReader differences;

    @Autowired
    private LevelRepository reports;

    @Autowired
    private SealRepository seals;

    @Autowired
    private ChangedLists lists;

    @Autowired
    private LevelForms forms;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private List<Memory> memories;

    @Autowired
    private JdbcTemplate jdbc;

    private Target target(String form, Period period) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> new Target(
                        organization.get(organization.idOf("SL"), period.lastDay()),
                        forms.find(form, period).orElseThrow(),
                        period));
    }

    private Sealed sealed(Target target) {
        return viewer.as(Viewer.SYSTEM, () -> {
            var row = reports.find(target).orElseThrow();
            return seals.find(row.id(), row.version()).orElseThrow();
        });
    }

    private List<Difference> differences(Target target) {
        return viewer.as(Viewer.SYSTEM, () -> {
            var row = reports.find(target).orElseThrow();
            var sealed = seals.find(row.id(), row.version()).orElseThrow();
            return differences.of(row, sealed, present.of(target, sealed.lines().keySet()));
        });
    }

    private Seen seen(Target target) {
        return new Seen(sealed(target).number(), Hashes.seen(differences(target)));
    }

    private void send(Target target) {
        viewer.run(Viewer.SYSTEM, () -> consolidating.send(target, Map.of("own", "Đánh giá"), 0));
    }

    /** A unit writes otherwise than it did, by whatever way. */
    private void writes(String unit, Period period, String text) {
        var changed = jdbc.update(
                "update reporting.return_text t set body = ? from reporting.unit_return r join organization.unit u on"
                        + " u.id = r.unit_id where t.cell_id = r.cell_id and t.return_id = r.id and t.version = r.version"
                        + " and t.section = 'difficulties' and u.code = ? and r.period = ?",
                text,
                unit,
                period.code());
        assertThat(changed).isEqualTo(1);
    }

    private String writer(Period period) {
        return jdbc.queryForObject(
                "select u.code from reporting.unit_return r join reporting.return_text t on t.cell_id = r.cell_id and"
                        + " t.return_id = r.id and t.version = r.version join organization.unit u on u.id = r.unit_id"
                        + " where t.section = 'difficulties' and r.period = ? and r.state in ('SUBMITTED', 'ACCEPTED')"
                        + " order by u.code limit 1",
                String.class,
                period.code());
    }

    @Test
    void wordsAreFrozenAndDecidedOnLikeFigures() {
        var target = target("TH-THANG", OCTOBER);
        var unit = writer(OCTOBER);
        send(target);
        var first = sealed(target);
        assertThat(first.stated(DIFFICULTIES)).isInstanceOf(Stated.Words.class);
        assertThat(first.stated(DIFFICULTIES).entries()).isNotEmpty();
        assertThat(differences(target)).isEmpty();

        writes(unit, OCTOBER, "Thiếu người làm ở ba thôn");

        assertThat(sealed(target).stated(DIFFICULTIES).key())
                .as("what was sent stays")
                .isEqualTo(first.stated(DIFFICULTIES).key());
        assertThat(differences(target)).singleElement().satisfies(one -> {
            assertThat(one.indicator().code()).isEqualTo(DIFFICULTIES);
            assertThat(one.open()).isTrue();
            assertThat(one.nowText()).contains("Thiếu người làm ở ba thôn");
            assertThat(one.sealedText()).doesNotContain("Thiếu người làm ở ba thôn");
            assertThat(one.causes()).hasSize(1);
        });
        assertThat(listed()).singleElement().satisfies(list -> {
            assertThat(list.is()).contains("Thiếu người làm ở ba thôn");
            assertThat(list.units()).hasSize(1);
            assertThat(list.href()).endsWith("#differences");
        });
        var asked = seen(target);
        viewer.run(
                Viewer.SYSTEM, () -> consolidating.refuse(target, List.of(DIFFICULTIES), asked, "Chưa kiểm tra được"));
        assertThat(differences(target))
                .singleElement()
                .satisfies(one -> assertThat(one.refusal()).isNotNull());
        assertThat(listed()).as("decided").isEmpty();

        writes(unit, OCTOBER, "Thiếu người làm ở bốn thôn");
        assertThat(differences(target))
                .as("a later text asks anew")
                .singleElement()
                .matches(Difference::open);
        var again = seen(target);
        viewer.run(Viewer.SYSTEM, () -> consolidating.takeIn(target, List.of(DIFFICULTIES), again, ""));

        var second = sealed(target);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.stated(DIFFICULTIES).text(one(target))).contains("Thiếu người làm ở bốn thôn");
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(second.lines().get("TC17"))
                .extracting(line -> line.stated().key())
                .isEqualTo(first.stated("TC17").key());
        assertThat(differences(target)).isEmpty();
    }

    /** On the page of what has changed, once it is known that something moved. */
    private List<ChangedLists.ChangedList> listed() {
        jdbc.update("update consolidation.report set stirred_at = now() where period = ?", OCTOBER.code());
        return viewer.as(Viewer.SYSTEM, lists::all);
    }

    private org.giaoban.indicators.Indicator one(Target target) {
        return viewer.as(
                        Viewer.SYSTEM,
                        () -> present.of(target, List.of(DIFFICULTIES)).lines().get(DIFFICULTIES))
                .indicator();
    }

    /** A second form is asked of the same communes in the month: the level has a report of each, apart. */
    @Test
    void twoFormsAreTwoReports() {
        var september = Period.month(2018, 9);
        jdbc.update(
                "insert into reporting.form (code, version, valid_from, definition) select 'TG-THANG', 1, valid_from,"
                        + " definition || '{\"code\": \"TG-THANG\", \"sections\": [], \"groups\": [{\"name\": {\"vi\": \"Tuyên giáo\","
                        + " \"en\": \"Propaganda\"}, \"indicators\": [\"TT01\", \"TT03\"]}]}' from reporting.form"
                        + " where code = 'TH-THANG' and version = 1");
        memories.forEach(Memory::forget);
        var monthly = target("TH-THANG", september);
        var other = target("TG-THANG", september);
        assertThat(viewer.as(Viewer.SYSTEM, () -> forms.below(monthly.unit().id(), september)))
                .extracting(LevelForms.LevelForm::code)
                .containsExactly("TG-THANG", "TH-THANG");

        var before = sealed(monthly);

        send(other);

        assertThat(sealed(other).lines().keySet()).isSubsetOf("TT01", "TT03").isNotEmpty();
        assertThat(before.lines()).as("as the story sent it").containsKeys("TC17", "TT01");
        assertThat(sealed(monthly)).isEqualTo(before);
        assertThat(sealed(other).hash()).isNotEqualTo(before.hash());
        assertThat(viewer.as(Viewer.SYSTEM, () -> forms.movedBy("TG-THANG")))
                .as("a return that asks what it asks moves it")
                .contains("TH-THANG", "TG-THANG")
                .doesNotContain("H-NAM");
    }
}
