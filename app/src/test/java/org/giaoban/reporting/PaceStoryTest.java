package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.platform.Profile;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The thresholds of pace as the profile dates them, in the story of 2018: who lags says why, and only for what was watched then. */
@GiaoBanTest(story = "vu-quang-2018-11")
class PaceStoryTest {

    private static final LocalDate OCTOBER = LocalDate.of(2018, 10, 31);
    private static final String WHY =
            "Hai tiêu chí môi trường, nhà ở cần vốn năm 2019; đã báo cáo điều chỉnh lộ trình.";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PaceRules rules;

    @Autowired
    PaceProfile profile;

    @Autowired
    Books books;

    @Autowired
    DSLContext db;

    private String page(String login, String address) throws Exception {
        return mvc.get()
                .uri(address)
                .with(SignIn.as(accounts, login))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private void post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, "xa05"));
        fields.forEach(request::param);
        request.exchange();
    }

    /** 12 of 19 criteria at the end of October, where 96 % of them were due: 18.24. */
    @Test
    void whoLaggedInTheStorySaidWhyAndTheOfficeReadsIt() throws Exception {
        assertThat(page("vanphong", "/returns/SL-05/TH-THANG/2018-10")).contains("kế hoạch năm (12/19)", WHY);
        assertThat(page("vanphong", "/returns?period=2018-10")).contains(WHY);
    }

    @Test
    void withoutTheExplanationTheNextReturnIsNotSent() throws Exception {
        String address = "/returns/SL-05/TH-THANG/2018-11";
        var fields = new HashMap<>(Fields.of(books.october("SL-05")).typed());
        fields.remove("r.KX07");
        fields.put("do", "send");

        post(address, fields);
        assertThat(page("xa05", address)).contains("Vì sao?").doesNotContain("Mở lại để sửa");

        fields.put("r.KX07", "Chờ vốn năm 2019");
        post(address, fields);
        assertThat(page("xa05", address)).contains("Mở lại để sửa");
    }

    @Test
    void aCheckMayHoldAFigureAgainstTheUnitsPlan() throws Exception {
        var rule = Map.of("relation", "KX07 = plan(KX07)", "severity", "INFORMS", "from", "2018-11-01");
        var add = mvc.post().uri("/indicators/checks").with(csrf()).with(SignIn.as(accounts, "vanphong"));
        rule.forEach(add::param);
        assertThat(add.exchange()).hasStatus3xxRedirection();
        String address = "/returns/SL-04/TH-THANG/2018-11";
        var fields = new HashMap<>(Fields.of(books.october("SL-04")).typed());
        fields.put("do", "save");

        var save = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, "xa04"));
        fields.forEach(save::param);
        save.exchange();

        assertThat(page("xa04", address)).contains("nhưng tính kế hoạch năm");
    }

    @Test
    void aRuleHoldsFromItsDayAndTheIndicatorsOwnGoesFirst() {
        assertThat(rules.least("KX07", OCTOBER)).contains(new BigDecimal("80.00"));
        assertThat(rules.least("TC17", OCTOBER)).contains(new BigDecimal("70.00"));
        assertThat(rules.least("TC17", LocalDate.of(2017, 12, 31))).isEmpty();
        assertThat(rules.least("DV01", OCTOBER)).as("watched from 2022").isEmpty();
        assertThat(rules.least("DV01", LocalDate.of(2022, 3, 31))).contains(new BigDecimal("80.00"));
        assertThat(rules.least("TC17", LocalDate.of(2022, 3, 31))).contains(new BigDecimal("70.00"));
    }

    @Test
    void aDatabaseOfAnOlderProgramGetsTheEarlierRulesAndKeepsItsOwn() {
        db.execute("delete from reporting.pace_rule");
        rules.add(null, BigDecimal.valueOf(80), LocalDate.of(2026, 1, 1));
        rules.add("TC17", BigDecimal.valueOf(55), LocalDate.of(2018, 1, 1));

        profile.load(new Profile("vn-party"));

        assertThat(rules.least("KX07", OCTOBER)).contains(new BigDecimal("80.00"));
        assertThat(rules.least("TC17", OCTOBER)).as("the office's own").contains(new BigDecimal("55.00"));
        db.execute("delete from reporting.pace_rule");
        profile.load(new Profile("vn-party"));
    }
}
