package org.giaoban.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.platform.Profile;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is asked of readers is set on screen, each set from its day, and the profile brings nothing back. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class ReaderRulesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    ReaderRulebook rulebook;

    @Autowired
    ReadersProfile profile;

    @Autowired
    Clock clock;

    @Test
    void rulesOfTodayHoldAtOnceAndThoseOfTomorrowLater() {
        var today = LocalDate.now(clock);
        assertThat(rulebook.today().turns("comment")).isEqualTo(3);
        assertThat(set(today.plusDays(3), Map.of("turns-comment", "9"))).hasStatus3xxRedirection();
        assertThat(rulebook.today().turns("comment")).isEqualTo(3);

        assertThat(set(today, Map.of("turns-comment", "7", "newsletter-weekly-day", "MONDAY", "steps", "50.000")))
                .hasStatus3xxRedirection();
        assertThat(rulebook.today().turns("comment")).isEqualTo(7);
        assertThat(rulebook.today().weeklyDay()).isEqualTo(java.time.DayOfWeek.MONDAY);
        assertThat(rulebook.today().size().steps()).isEqualTo(50_000);
        assertThat(page())
                .bodyText()
                .contains("đang áp dụng", "sắp áp dụng", "Số ý kiến một người gửi được trong 15 phút: 7");

        profile.load(new Profile("vn-party"));
        assertThat(rulebook.today().turns("comment")).isEqualTo(7);

        assertThat(set(today, Map.of("turns-comment", "8")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Đã có quy định bắt đầu từ ngày này", "value=\"8\"");
        assertThat(rulebook.today().turns("comment")).isEqualTo(7);
    }

    @Test
    void whatHasNotBegunMayBeMadeAnewOrDropped() {
        var day = LocalDate.now(clock).plusDays(10);
        set(day, Map.of("keep-days-mail", "40"));
        set(day, Map.of("keep-days-mail", "41"));
        assertThat(rulebook.all())
                .filteredOn(set -> set.from().equals(day))
                .singleElement()
                .satisfies(set -> assertThat(set.value(ReaderRule.KEEP_MAIL)).isEqualTo("41"));
        assertThat(drop(day)).hasStatus3xxRedirection();
        assertThat(rulebook.all()).noneMatch(set -> set.from().equals(day));

        drop(LocalDate.of(2018, 1, 1));
        assertThat(rulebook.all()).anyMatch(set -> set.from().equals(LocalDate.of(2018, 1, 1)));
    }

    @Test
    void whatMakesNoSenseIsRefusedAndNothingTypedIsLost() {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        assertThat(set(tomorrow, Map.of("turns-vote", "0", "newsletter-daily", "25:00", "steps", "abc")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Hãy ghi một số từ 1 đến 1.000.", "value=\"25:00\"", "value=\"abc\"");
        assertThat(set(LocalDate.now(clock).minusDays(1), Map.of()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Ngày bắt đầu đã qua");
        assertThat(mvc.get()
                        .uri("/readers/rules")
                        .with(SignIn.as(accounts, "kiemtra"))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult set(LocalDate from, Map<String, String> others) {
        var request = mvc.post()
                .uri("/readers/rules")
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .param("from", from.toString());
        for (var rule : ReaderRule.values()) {
            request = request.param(rule.field(), others.getOrDefault(rule.field(), rule.otherwise()));
        }
        return request.exchange();
    }

    private MvcTestResult drop(LocalDate day) {
        return mvc.post()
                .uri("/readers/rules/" + day + "/drop")
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();
    }

    private MvcTestResult page() {
        return Objects.requireNonNull(mvc.get()
                .uri("/readers/rules")
                .with(SignIn.as(accounts, "vanphong"))
                .exchange());
    }
}
