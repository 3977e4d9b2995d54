package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The checks of returns on screen, as those who keep the catalogue use it. */
@GiaoBanTest(story = "vu-quang-2018-11")
class CheckPagesTest {

    private static final LocalDate DECEMBER = LocalDate.of(2018, 12, 1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Indicators indicators;

    @Autowired
    CheckDesk desk;

    @Autowired
    CurrentViewer viewer;

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
    }

    private MvcTestResult get(String login, String address) {
        return mvc.get().uri(address).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, "vanphong"));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Map<String, String> typed(String relation) {
        return Map.of("relation", relation, "severity", "INFORMS", "from", DECEMBER.toString());
    }

    private long inForce(String relation, LocalDate day) {
        return indicators.checks(day).stream()
                .filter(check -> Words.relation(check).equals(relation))
                .count();
    }

    @Test
    void aCheckIsReadBackInWordsBeforeItIsKept() {
        assertThat(post("/indicators/checks/preview", typed("TC17 ≤ TC10")))
                .hasStatusOk()
                .bodyText()
                .contains("“Đảng viên mới kết nạp” không lớn hơn “Tổng số đảng viên cuối kỳ”", "01/12/2018");
        assertThat(inForce("TC17 ≤ TC10", DECEMBER)).isZero();
    }

    @Test
    void whatCannotBeReadOrIsNotInTheCatalogueIsSaidAtTheField() {
        assertThat(post("/indicators/checks", typed("TC17 nhỏ hơn TC10")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("TC17 nhỏ hơn TC10", "Không đọc được công thức này");
        assertThat(post("/indicators/checks", typed("TC17 <= ZZ99")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("không có chỉ tiêu: ZZ99");
    }

    @Test
    void itHoldsFromItsFirstDayToItsLast() {
        assertThat(post("/indicators/checks", typed("TC21 <= TC10"))).hasStatus3xxRedirection();
        assertThat(inForce("TC21 ≤ TC10", DECEMBER.minusDays(1))).isZero();
        assertThat(inForce("TC21 ≤ TC10", DECEMBER)).isOne();

        var end = "/indicators/checks/TC21-part/end";
        assertThat(post(end, Map.of("last", "2018-11-01"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(end, Map.of("last", "2018-12-31"))).hasStatus3xxRedirection();
        assertThat(inForce("TC21 ≤ TC10", LocalDate.of(2018, 12, 31))).isOne();
        assertThat(inForce("TC21 ≤ TC10", LocalDate.of(2019, 1, 1))).isZero();
    }

    @Test
    void noCheckBeginsOrEndsInAMonthThatIsOver() {
        var past = Map.of("relation", "TC23 <= TC10", "severity", "INFORMS", "from", "2018-10-31");
        for (var address : List.of("/indicators/checks/preview", "/indicators/checks")) {
            assertThat(post(address, past))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("sớm nhất là ngày 01/11/2018", "TC23 &lt;= TC10", "id=\"from-error\"");
        }
        assertThat(post("/indicators/checks/NC01-days/end", Map.of("last", "2018-10-30")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ngày cuối cùng sớm nhất là 31/10/2018", "value=\"2018-10-30\"");
        assertThatThrownBy(() -> viewer.run(
                        Viewer.SYSTEM,
                        () -> desk.replace("NC01-days", "NC01 <= 400", "INFORMS", LocalDate.of(2018, 10, 31))))
                .isInstanceOf(Refused.class);
        assertThat(inForce("TC23 ≤ TC10", LocalDate.of(2018, 10, 31))).isZero();
    }

    @Test
    void twoOfAKindGetCodesOfTheirOwn() {
        assertThat(post("/indicators/checks", typed("TC22 <= TC10"))).hasStatus3xxRedirection();
        assertThat(post("/indicators/checks", typed("TC22 <= TC10"))).hasStatus3xxRedirection();
        assertThat(get("vanphong", "/indicators/checks?q=TC22"))
                .bodyText()
                .contains("/TC22-part/end", "/TC22-part-2/end");
    }

    @Test
    void whoOnlyReadsIsOfferedNothing() {
        assertThat(get("xa01", "/indicators/checks"))
                .hasStatusOk()
                .bodyText()
                .contains("TC01 = TC02 + TC03")
                .doesNotContain("/indicators/checks/new");
    }
}
