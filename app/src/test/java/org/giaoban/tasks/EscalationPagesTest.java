package org.giaoban.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.tasks.EscalationRules.Rule;
import org.giaoban.tasks.EscalationRules.Rung;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The rules of overdue work on screen: tried, followed by a new version, ended, never changed backwards. */
@GiaoBanTest(story = "vu-quang-2018-11")
class EscalationPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private EscalationRules rules;

    @Autowired
    private Clock clock;

    @Test
    void aTrialSaysWhatWouldBecomeDifferentAndChangesNothing() {
        var before = rules.all();
        var today = LocalDate.now(clock);
        var page = put("SUPERVISOR", "30", today.plusDays(5).toString(), "try");

        assertThat(page).hasStatusOk().bodyText().contains("sau 3 ngày làm việc", "sau 30 ngày làm việc");
        assertThat(rules.all()).isEqualTo(before);
        assertThat(rules.owedSince(today.minusDays(60))).isLessThanOrEqualTo(rules.owedSince(today.minusDays(3)));
    }

    @Test
    void aNewVersionEndsTheOldOneOnItsDayAndTheDaysBeforeStayAsTheyWere() {
        var today = LocalDate.now(clock);
        var day = today.plusDays(10);
        assertThat(put("ABOVE", "15", day.toString(), "save")).hasStatus3xxRedirection();

        assertThat(after(Rung.ABOVE, day.minusDays(1))).isEqualTo(10);
        assertThat(after(Rung.ABOVE, day)).isEqualTo(15);
        assertThat(put("ABOVE", "20", day.toString(), "save"))
                .hasStatus(422)
                .bodyText()
                .contains("Đã có quy định");
        assertThat(page("vanphong")).bodyText().contains("sắp áp dụng", "Quy định mới về việc quá hạn");
    }

    @Test
    void nothingCountsFromTodayOrEarlierAndWhatWasTypedStays() {
        var today = LocalDate.now(clock).toString();
        assertThat(put("SUPERVISOR", "7", today, "save"))
                .hasStatus(422)
                .bodyText()
                .contains("từ ngày mai", "value=\"7\"");
        assertThat(put("SUPERVISOR", "0", today, "try"))
                .hasStatus(422)
                .bodyText()
                .contains("từ 1 đến 365");
    }

    @Test
    void onlyThoseWhoKeepTheCatalogueMayLook() {
        assertThat(page("bithu03").getResponse().getStatus())
                .isIn(HttpStatus.FORBIDDEN.value(), HttpStatus.NOT_FOUND.value());
    }

    private int after(Rung rung, LocalDate day) {
        return rules.on(day).stream()
                .filter(one -> one.rung() == rung)
                .mapToInt(Rule::after)
                .sum();
    }

    private MvcTestResult page(String login) {
        return mvc.get().uri("/rules/overdue").with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult put(String rung, String after, String from, String act) {
        return mvc.post()
                .uri("/rules/overdue")
                .param("rung", rung)
                .param("after", after)
                .param("from", from)
                .param("act", act)
                .with(SignIn.as(accounts, "vanphong"))
                .with(csrf())
                .exchange();
    }
}
