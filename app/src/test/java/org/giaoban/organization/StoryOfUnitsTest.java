package org.giaoban.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.people.People;
import org.giaoban.platform.Stories;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The district of the story stands as its files say, on any day. */
@GiaoBanTest(story = "vu-quang-2018-11")
class StoryOfUnitsTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2018, 11, 1);

    @Autowired
    private Organization organization;

    @Autowired
    private Mandates mandates;

    @Autowired
    private People people;

    @Autowired
    private Stories stories;

    @Autowired
    private CurrentViewer viewer;

    @Test
    void theTreeOfTheDayHasEveryUnitUnderItsParent() {
        var district = organization.idOf("SL");

        assertThat(organization.subtree(district, NOVEMBER)).hasSize(31);
        assertThat(organization.children(organization.idOf("SL-UB"), NOVEMBER))
                .extracting(Unit::code)
                .containsExactly("SL-VPUB", "SL-NTM", "SL-TNMT");
        assertThat(organization.ancestors(organization.idOf("SL-NTM"), NOVEMBER))
                .extracting(Unit::code)
                .containsExactly("SL", "SL-UB");
        assertThat(organization.root(NOVEMBER)).map(Unit::id).contains(district);
    }

    @Test
    void aDayBeforeAnOfficeWasFoundedDoesNotShowIt() {
        assertThat(organization.subtree(organization.idOf("SL"), LocalDate.of(2011, 2, 28)))
                .extracting(Unit::code)
                .contains("SL-VPUB")
                .doesNotContain("SL-NTM")
                .hasSize(30);
        assertThat(organization.find(organization.idOf("SL"), LocalDate.of(1985, 12, 31)))
                .isEmpty();
    }

    @Test
    void theTwelveCommunesReportInTheOrderOfTheirCodes() {
        assertThat(organization.reporters(organization.idOf("SL"), NOVEMBER))
                .extracting(Unit::code)
                .containsExactly(
                        "SL-01", "SL-02", "SL-03", "SL-04", "SL-05", "SL-06", "SL-07", "SL-08", "SL-09", "SL-10",
                        "SL-11", "SL-12");
    }

    @Test
    void titlesReadAsPapersPrintThem() {
        assertThat(title("P-002", NOVEMBER)).isEqualTo("Phó Bí thư Thường trực Huyện ủy");
        assertThat(title("P-002", LocalDate.of(2014, 1, 1)))
                .isEqualTo("Ủy viên Ban Thường vụ Huyện ủy, Trưởng Ban Tuyên giáo Huyện ủy");
        assertThat(title("P-003", NOVEMBER)).isEqualTo("Phó Bí thư Huyện ủy, Chủ tịch UBND huyện");
        assertThat(title("P-007", NOVEMBER)).isEqualTo("Ủy viên Ban Chấp hành Huyện ủy, Chánh Văn phòng Huyện ủy");
        assertThat(title("P-018", NOVEMBER)).isEqualTo("Chánh Văn phòng HĐND và UBND huyện");
        assertThat(title("P-102", NOVEMBER)).isEqualTo("Bí thư Đảng ủy xã Bãi Dâu");
        assertThat(title("P-122", NOVEMBER)).isEmpty();
    }

    private String title(String code, LocalDate day) {
        return mandates.titleOn(people.byCode(code).orElseThrow(), day);
    }

    @Test
    void aByElectionChangesTheHolderOnItsDay() {
        var commune = organization.idOf("SL-12");
        var before =
                mandates.holder(commune, "BI_THU", LocalDate.of(2017, 4, 2)).orElseThrow();
        var after = mandates.holder(commune, "BI_THU", LocalDate.of(2017, 4, 3)).orElseThrow();

        assertThat(people.names(List.of(before.person(), after.person())))
                .containsEntry(before.person(), "Đào Văn Mão")
                .containsEntry(after.person(), "Phùng Bá Lạc");
        assertThat(after.method()).isEqualTo(Method.BY_ELECTION);
    }

    @Test
    void theMostSeniorHolderSpeaksForTheUnit() {
        var district = organization.idOf("SL");
        var head = mandates.heads(List.of(district), NOVEMBER).get(district);

        assertThat(people.names(List.of(head.person()))).containsValue("Trần Đình Khoát");
    }

    @Test
    void loadingTheStoryAgainChangesNothing() {
        var before = mandates.in(organization.idOf("SL"), NOVEMBER);

        stories.load("vu-quang-2018-11");

        assertThat(mandates.in(organization.idOf("SL"), NOVEMBER)).isEqualTo(before);
        assertThat(organization.subtree(organization.idOf("SL"), NOVEMBER)).hasSize(31);
    }

    @Test
    void everyUnitHasACellOfItsOwnAndKeepsItsCode() {
        var units = organization.subtree(organization.idOf("SL"), NOVEMBER);

        assertThat(units).allSatisfy(unit -> assertThat(unit.cellId()).isBetween((short) 1, (short) 4096));
        assertThat(viewer.as(Viewer.SYSTEM, () -> organization.byCode("SL-01")))
                .contains(units.stream()
                        .filter(unit -> unit.code().equals("SL-01"))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }
}
