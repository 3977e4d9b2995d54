package org.giaoban.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Kinds of units and posts on screen, as those who keep the tree use it. */
@GiaoBanTest(story = "vu-quang-2018-11")
class KindPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    ProfileRepository profile;

    private MvcTestResult save(String address, List<String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, "vanphong"));
        for (var at = 0; at < fields.size(); at += 2) {
            request.param(fields.get(at), fields.get(at + 1));
        }
        return request.exchange();
    }

    private static List<String> named(String... more) {
        var fields =
                new java.util.ArrayList<>(List.of("nameVi", "Tổ đảng", "nameEn", "Party group", "inTitle", "{name}"));
        fields.addAll(List.of(more));
        return fields;
    }

    @Test
    void aNewKindStandsUnderTheKindsChosenFromItsFirstDay() {
        assertThat(save(
                        "/units/kinds/new",
                        named("code", "TO_DANG", "category", "PARTY", "from", "2018-12-01", "kinds", "CHI_BO")))
                .hasStatus3xxRedirection();

        assertThat(profile.fits("TO_DANG", "CHI_BO", LocalDate.of(2018, 12, 1))).isTrue();
        assertThat(profile.fits("TO_DANG", "CHI_BO", LocalDate.of(2018, 11, 30)))
                .isFalse();
    }

    @Test
    void aKindThatIsThereMayStandUnderMoreKindsFromADay() {
        var day = LocalDate.of(2018, 12, 1);
        assertThat(profile.fits("CHI_BO", "HUYEN_UY", day)).isFalse();

        assertThat(save("/units/kinds/CHI_BO", named("kinds", "HUYEN_UY")))
                .as("no day")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(save("/units/kinds/CHI_BO", named("kinds", "HUYEN_UY", "from", "1900-01-01")))
                .as("before the kind")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(save("/units/kinds/CHI_BO", named("kinds", "HUYEN_UY", "from", "2018-12-01")))
                .hasStatus3xxRedirection();

        assertThat(profile.fits("CHI_BO", "HUYEN_UY", day)).isTrue();
        assertThat(profile.fits("CHI_BO", "HUYEN_UY", day.minusDays(1))).isFalse();
    }

    @Test
    void aCodeThatIsTakenIsSaidAtTheField() {
        assertThat(save("/units/kinds/new", named("code", "CHI_BO", "category", "PARTY", "from", "2018-12-01")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Mã CHI_BO đã có", "Tổ đảng");
    }

    @Test
    void aKindIsNotEndedWhileUnitsOfItLiveOn() {
        assertThat(save("/units/kinds/HUYEN_UY", named("last", "2018-12-31")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("vẫn còn đơn vị thuộc loại này");
    }

    @Test
    void aPostIsNotEndedWhileSomebodyHoldsIt() {
        assertThat(save("/units/posts/BI_THU", named("last", "2018-12-31")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("vẫn còn người giữ chức danh này");
    }

    @Test
    void anAllowedPlaceEndsOnADayAfterALookAtWhatStandsThere() {
        String address = "/units/kinds/DANG_UY_XA/under/HUYEN_UY";
        var office = SignIn.as(accounts, "vanphong");
        var look = mvc.get().uri(address + "?last=2018-11-30").with(office).exchange();
        assertThat(look)
                .hasStatusOk()
                .bodyText()
                .contains("đơn vị còn đứng như vậy", "href=\"/units/SL-02\"", "vẫn ở nguyên chỗ cũ");
        assertThat(profile.fits("DANG_UY_XA", "HUYEN_UY", LocalDate.of(2018, 12, 1)))
                .as("looking ends nothing")
                .isTrue();

        assertThat(save(address, List.of("last", "1900-01-01"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(save(address, List.of("last", "2018-11-30"))).hasStatus3xxRedirection();

        assertThat(profile.fits("DANG_UY_XA", "HUYEN_UY", LocalDate.of(2018, 11, 30)))
                .isTrue();
        assertThat(profile.fits("DANG_UY_XA", "HUYEN_UY", LocalDate.of(2018, 12, 1)))
                .isFalse();
        assertThat(mvc.get().uri("/units/kinds/DANG_UY_XA").with(office).exchange())
                .bodyText()
                .contains("30/11/2018");
        assertThat(mvc.get().uri("/units/SL-02").with(office).exchange()).hasStatusOk();
        assertThat(save(address, List.of("last", "2018-12-31")))
                .as("ended before that")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
