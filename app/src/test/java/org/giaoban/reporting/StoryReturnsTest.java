package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Settings;
import org.giaoban.platform.Stories;
import org.giaoban.platform.Texts;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;

@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryReturnsTest {

    private static final String STORY = "vu-quang-2018-11";
    private static final Period SEPTEMBER = Period.parse("2018-09");
    private static final Period OCTOBER = Period.parse("2018-10");

    @Autowired
    Returns returns;

    @Autowired
    ReturnOrigins origins;

    @Autowired
    Figures figures;

    @Autowired
    Organization organization;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Stories stories;

    @Autowired
    Settings settings;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
    }

    @AfterEach
    void asBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    private UnitId district() {
        return organization.idOf("SL");
    }

    private <T> T asSystem(Supplier<T> work) {
        return viewer.as(Viewer.SYSTEM, work);
    }

    private Map<String, UnitProgress> progress(Period period) {
        return asSystem(() -> returns.progress(district(), period)).stream()
                .collect(Collectors.toMap(UnitProgress::unitCode, Function.identity()));
    }

    @Test
    @Order(1)
    void septemberIsAcceptedAndOctoberWaitsForOneUnit() {
        assertThat(progress(SEPTEMBER).values()).hasSize(12).allMatch(unit -> unit.state() == ReturnState.ACCEPTED);
        assertThat(progress(SEPTEMBER).get("SL-05").daysLate()).isEqualTo(2);

        var october = progress(OCTOBER);
        assertThat(october.values())
                .filteredOn(unit -> unit.state() == ReturnState.SUBMITTED)
                .hasSize(11)
                .allMatch(unit -> unit.daysLate() == 0);
        assertThat(october.get("SL-12").state()).isEqualTo(ReturnState.MISSING);
        assertThat(october.get("SL-12").daysLate()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void theTwoPlantedErrorsAreFoundWithTheirArithmetic() {
        var findings = asSystem(() -> returns.findings(district(), OCTOBER));

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.unitName()).isEqualTo("Đồng Trẹm");
            assertThat(finding.sentence()).contains("214", "217", "219", "kết nạp 3");
            assertThat(finding.reason()).contains("đang đối chiếu");
        });
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.unitName()).isEqualTo("Lam Hạ");
            assertThat(finding.sentence()).contains("4,2", "9", "38");
        });
    }

    @Test
    @Order(3)
    void figuresKnowTheWorkbookCellAndWhoAcceptedThem() {
        var id = jdbc.queryForObject(
                "select r.id from reporting.unit_return r join organization.unit u on u.id = r.unit_id"
                        + " where u.code = 'SL-01' and r.period = '2018-09'",
                UUID.class);

        var origin = origins.origins(List.of(id)).get(id);

        assertThat(origin.fileName()).isEqualTo("SL-01_TH-THANG_2018-09.xlsx");
        assertThat(origin.accepted().byName()).isEqualTo("Đinh Thị Mai An");
        assertThat(jdbc.queryForObject(
                        "select place from reporting.return_value where return_id = ? and indicator = 'TC10'",
                        String.class,
                        id))
                .matches("Chỉ tiêu!F\\d+");
    }

    @Test
    @Order(5)
    void loadingAgainChangesNothing() {
        var rows = "select * from reporting.unit_return order by id";
        var versions = "select count(*) from reporting.return_version";
        var before = jdbc.queryForList(rows);
        var counted = jdbc.queryForObject(versions, Long.class);

        stories.load(STORY);

        assertThat(jdbc.queryForList(rows)).isEqualTo(before);
        assertThat(jdbc.queryForObject(versions, Long.class)).isEqualTo(counted);
    }

    @Test
    @Order(6)
    void theMissingWorkbookLiesReadyAndIsTaken() throws IOException {
        Path file = settings.data().resolve("stories").resolve(STORY).resolve("SL-12_TH-THANG_2018-10.xlsx");
        byte[] bytes = Files.readAllBytes(file);

        var outcome = asSystem(() -> returns.importFile(file.getFileName().toString(), bytes))
                .files()
                .getFirst();

        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.status()).isEqualTo(FileOutcome.Status.SENT);
        assertThat(progress(OCTOBER).get("SL-12").state()).isEqualTo(ReturnState.SUBMITTED);
        assertThat(asSystem(() -> figures.own(organization.idOf("SL-12"), OCTOBER)))
                .containsKey("TC10");
    }
}
