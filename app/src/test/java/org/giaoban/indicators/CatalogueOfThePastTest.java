package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.platform.Texts;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whatever those who keep the catalogue write in November 2018, October stays as it was. */
@GiaoBanTest(story = "vu-quang-2018-11")
class CatalogueOfThePastTest {

    private static final LocalDate DECEMBER = LocalDate.of(2018, 12, 1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Indicators indicators;

    @Autowired
    RelationRepository relations;

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(SignIn.as(accounts, "vanphong")).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, "vanphong"));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Map<String, String> fresh(String code, String unit, String type, String above, String below) {
        var fields =
                new HashMap<>(Map.of("code", code, "group", "A", "type", type, "nameVi", "Số thử", "nameEn", "A try"));
        fields.putAll(Map.of("unitVi", unit, "unitEn", "x", "numerator", above, "denominator", below));
        fields.put("overTime", type.equals("PERCENT") ? "RECOMPUTE" : "SUM");
        fields.putAll(
                Map.of("direction", "MORE", "decimals", "1", "periods", "M", "reporter", "CS", "from", "2018-12-01"));
        return fields;
    }

    @Test
    void aPartNeitherBeginsNorEndsInAMonthThatIsOver() {
        var part = Map.of("part", "tc16", "cutVi", "theo nơi", "severity", "INFORMS", "from", "2018-10-31");
        assertThat(post("/indicators/TC17/parts", part))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("sớm nhất là ngày 01/11/2018", "value=\"tc16\"", "value=\"theo nơi\"")
                .contains("value=\"2018-10-31\"", "id=\"from-error\"");
        assertThat(indicators.checks(DECEMBER))
                .noneMatch(check -> check.relation().equals(new Relation.Part("TC16", "TC17")));

        var whole = relations.all().getFirst().whole();
        var id = relations.all().getFirst().id();
        assertThat(post("/indicators/" + whole + "/parts/" + id + "/end", Map.of("last", "2018-10-30")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ngày cuối cùng sớm nhất là 31/10/2018", "value=\"2018-10-30\"");
        assertThat(relations.all().getFirst().valid().until()).isNull();
    }

    @Test
    void aNewIndicatorBeginsInNoMonthThatIsOver() {
        var fields = fresh("TC75", "người", "FLOW", "TC17 * 2", "");
        fields.put("from", "2018-10-31");
        assertThat(post("/indicators", fields))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("sớm nhất là ngày 01/11/2018", "value=\"2018-10-31\"", "id=\"from-error\"");
        assertThat(indicators.byCode("TC75", DECEMBER)).isEmpty();

        fields.put("from", "2018-11-01");
        assertThat(post("/indicators", fields)).hasRedirectedUrl("/indicators/TC75");
        assertThat(indicators.byCode("TC75", LocalDate.of(2018, 10, 31))).isEmpty();
    }

    @Test
    void anIndicatorEndsFromADayOnUnlessItIsNeededOrTheMonthIsOver() {
        assertThat(post("/indicators", fresh("TC67", "người", "FLOW", "TC17 * 2", "")))
                .hasStatus3xxRedirection();
        assertThat(post("/indicators", fresh("TC68", "người", "FLOW", "TC67 * 2", "")))
                .hasStatus3xxRedirection();
        assertThat(get("/indicators/TC67/edit")).bodyText().contains("action=\"/indicators/TC67/end\"");
        assertThat(post("/indicators/TC67/end", Map.of("ended", "2018-10-01")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("sớm nhất là ngày 01/11/2018", "value=\"2018-10-01\"", "id=\"ended-error\"");
        assertThat(post("/indicators/TC67/end", Map.of("ended", "2019-01-01")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("TC68 còn tính từ chỉ tiêu này");

        assertThat(post("/indicators/TC68/end", Map.of("ended", "2019-01-01"))).hasRedirectedUrl("/indicators/TC68");
        assertThat(post("/indicators/TC67/end", Map.of("ended", "2019-01-01"))).hasRedirectedUrl("/indicators/TC67");

        var last = LocalDate.of(2018, 12, 31);
        assertThat(indicators.byCode("TC67", last)).isPresent();
        assertThat(indicators.byCode("TC67", last.plusDays(1))).isEmpty();
        assertThat(get("/indicators/TC67/edit")).bodyText().contains("không dùng nữa từ ngày 01/01/2019");
        assertThat(get("/indicators/TC67?tab=history")).bodyText().contains("Ngừng dùng chỉ tiêu");
    }

    @Test
    void whatBeginsAgainHasNotBeenThereMeanwhile() {
        assertThat(post("/indicators", fresh("TC69", "người", "FLOW", "TC17 * 2", "")))
                .hasStatus3xxRedirection();
        assertThat(post("/indicators/TC69/end", Map.of("ended", "2019-01-01"))).hasRedirectedUrl("/indicators/TC69");
        var again = fresh("TC69", "người", "FLOW", "TC17 * 3", "");
        again.put("from", "2019-04-01");

        assertThat(post("/indicators/TC69/versions", again)).hasRedirectedUrl("/indicators/TC69");

        assertThat(indicators.byCode("TC69", LocalDate.of(2018, 12, 31))).isPresent();
        assertThat(indicators.byCode("TC69", LocalDate.of(2019, 2, 1))).isEmpty();
        assertThat(indicators.byCode("TC69", LocalDate.of(2019, 4, 1))).isPresent();
    }
}
