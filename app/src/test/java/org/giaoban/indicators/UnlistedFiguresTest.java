package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Of a period in which the catalogue had no such indicator the passport says so; every link to one leads to words. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class UnlistedFiguresTest {

    private static final Pattern PASSPORT = Pattern.compile("href=\"(/figures/SL/TC7[0-9]/[^\"]+)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    private MvcTestResult get(String login, String address) {
        return mvc.get().uri(address).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, "vanphong"));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Map<String, String> fields(String code, String from) {
        var fields = new HashMap<>(
                Map.of("code", code, "group", "A", "type", "FLOW", "nameVi", "Số của tháng", "nameEn", "Of the month"));
        fields.putAll(Map.of("unitVi", "người", "unitEn", "persons", "overTime", "SUM", "numerator", "TC17 * 2"));
        fields.putAll(Map.of("direction", "MORE", "decimals", "0", "periods", "M", "reporter", "CS", "from", from));
        return fields;
    }

    private void indicator(String code) {
        assertThat(post("/indicators", fields(code, "2018-11-01"))).hasRedirectedUrl("/indicators/" + code);
    }

    @Test
    void aPeriodBeforeTheIndicatorIsToldInPlainWords() {
        indicator("TC71");

        assertThat(get("vanphong", "/figures/SL/TC71/2018-11"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Danh mục không có chỉ tiêu này");
        assertThat(get("vanphong", "/figures/SL/TC71/2018-10"))
                .hasStatusOk()
                .bodyText()
                .contains("Danh mục không có chỉ tiêu này trong", "từ 01/11/2018", "href=\"/indicators/TC71\"");
        assertThat(get("vanphong", "/figures/SL/TC99/2018-10")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa01", "/figures/SL-02/TC71/2018-10"))
                .as("units of others stay closed")
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aPeriodAfterItsEndAndTheMonthsBetweenAreToldToo() {
        indicator("TC72");
        assertThat(post("/indicators/TC72/end", Map.of("ended", "2018-12-01"))).hasStatus3xxRedirection();
        var again = fields("TC72", "2019-03-01");
        assertThat(post("/indicators/TC72/versions", again)).hasRedirectedUrl("/indicators/TC72");

        assertThat(get("vanphong", "/figures/SL/TC72/2019-01"))
                .hasStatusOk()
                .bodyText()
                .contains("Có trong danh mục: từ 01/11/2018 đến hết 30/11/2018; từ 01/03/2019.");
    }

    @Test
    void theGlanceOverALinkSaysItWithoutAFrame() {
        indicator("TC73");
        var glance = mvc.get()
                .uri("/figures/SL/TC73/2018-10")
                .header("HX-Request", "true")
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();

        assertThat(glance)
                .hasStatusOk()
                .bodyText()
                .contains("gb-glance", "Danh mục không có chỉ tiêu này")
                .doesNotContain("<html");
    }

    @Test
    void noLinkToAPassportLeadsNowhere() throws Exception {
        indicator("TC74");
        for (String page :
                new String[] {"/figures/SL/TC74/2018-11", "/figures/SL/2018-11?all=1", "/analysis/SL/TC74/2018-11"}) {
            var shown = get("vanphong", page);
            assertThat(shown).hasStatusOk();
            var links = PASSPORT.matcher(shown.getResponse().getContentAsString())
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .distinct()
                    .toList();
            assertThat(links).as(page).isNotEmpty();
            links.forEach(link -> assertThat(get("vanphong", link)).as(link).hasStatusOk());
        }
    }
}
