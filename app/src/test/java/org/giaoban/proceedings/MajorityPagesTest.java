package org.giaoban.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The rules of majority on screen: tried on numbers, followed by a new version, never changed backwards. */
@GiaoBanTest(story = "vu-quang-2018-11")
class MajorityPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MajorityRepository rules;

    @Autowired
    private Clock clock;

    @Test
    void aTrialCountsBeforeAndAfterAndChangesNothing() {
        var before = rules.all();

        assertThat(put("QUA-BAN", "2/3", "false", in(7), "try"))
                .hasStatusOk()
                .bodyText()
                .contains("quá 1/2; 30 người có quyền biểu quyết, 21 người có mặt thì cần 16 phiếu")
                .contains("ít nhất 2/3; 30 người có quyền biểu quyết, 21 người có mặt thì cần 20 phiếu");
        assertThat(rules.all()).isEqualTo(before);
    }

    @Test
    void aNewVersionHoldsFromItsDayAndTheDaysBeforeStayAsTheyWere() {
        var day = LocalDate.now(clock).plusDays(20);
        assertThat(put("QUA-BAN-CO-MAT", "3/4", "false", day.toString(), "save"))
                .hasStatus3xxRedirection();

        assertThat(needed("QUA-BAN-CO-MAT", day.minusDays(1))).isEqualTo(6);
        assertThat(needed("QUA-BAN-CO-MAT", day)).isEqualTo(8);
        assertThat(put("QUA-BAN-CO-MAT", "1/2", "true", in(19), "save"))
                .hasStatus(422)
                .bodyText()
                .contains("đã có quy định từ ngày ấy");
        assertThat(page("vanphong", "?rule=QUA-BAN-CO-MAT"))
                .bodyText()
                .contains("sắp áp dụng", "Quy định mới về biểu quyết", "value=\"3/4\"");
    }

    @Test
    void aRuleOfItsOwnIsAddedAndEnded() {
        assertThat(put("BA-PHAN-TU", "3/4", "false", in(1), "save")).hasStatus3xxRedirection();
        assertThat(needed("BA-PHAN-TU", LocalDate.now(clock).plusDays(1))).isPositive();

        post("/end", "code", "BA-PHAN-TU", "last", in(30));

        assertThat(needed("BA-PHAN-TU", LocalDate.now(clock).plusDays(30))).isPositive();
        assertThat(needed("BA-PHAN-TU", LocalDate.now(clock).plusDays(31))).isZero();
    }

    @Test
    void aShareNobodyCanReachOrADayThatIsHereIsRefused() {
        assertThat(put("QUA-BAN", "1/1", "true", in(7), "save"))
                .hasStatus(422)
                .bodyText()
                .contains("Xin ghi tỷ lệ");
        assertThat(put("QUA-BAN", "4/3", "false", in(7), "save"))
                .hasStatus(422)
                .bodyText()
                .contains("Xin ghi tỷ lệ");
        assertThat(put("QUA-BAN", "2/3", "false", in(0), "save"))
                .hasStatus(422)
                .bodyText()
                .contains("từ ngày mai", "value=\"2/3\"");
    }

    @Test
    void unitsThatRunNoMeetingsDoNotSeeTheRules() {
        assertThat(page("xa03", "").getResponse().getStatus())
                .isIn(HttpStatus.FORBIDDEN.value(), HttpStatus.NOT_FOUND.value());
    }

    private String in(int days) {
        return LocalDate.now(clock).plusDays(days).toString();
    }

    /** Of ten who are here. */
    private int needed(String code, LocalDate day) {
        return rules.on(day).stream()
                .filter(one -> one.code().equals(code))
                .mapToInt(one -> one.needed(10, 10))
                .sum();
    }

    private MvcTestResult page(String login, String query) {
        return mvc.get()
                .uri("/rules/majorities" + query)
                .with(SignIn.as(accounts, login))
                .exchange();
    }

    private MvcTestResult put(String code, String share, String strict, String from, String act) {
        var base = "QUA-BAN-CO-MAT".equals(code) ? "PRESENT" : "ENTITLED";
        return post(
                "",
                "code",
                code,
                "name",
                "Việc thử",
                "base",
                base,
                "share",
                share,
                "strict",
                strict,
                "source",
                "Quy chế thử",
                "from",
                from,
                "act",
                act,
                "entitled",
                "30",
                "present",
                "21");
    }

    private MvcTestResult post(String path, String... params) {
        var request = mvc.post().uri("/rules/majorities" + path);
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.with(SignIn.as(accounts, "vanphong")).with(csrf()).exchange();
    }
}
