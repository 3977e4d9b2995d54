package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.notification.Recipient;
import org.giaoban.notification.Reminder;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A return that moves is told to whoever waits for it, and what is owed lies on the right desks. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class ReturnNewsTest {

    private static final LocalDate STORY_DAY = LocalDate.of(2018, 11, 1);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private Books books;

    @Autowired
    private ReturnReminders reminders;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theStoryItselfToldNobody() {
        assertThat(jdbc.queryForObject(
                        "select count(*) from notification.notice where text_key like 'reporting.%' and href like '%2018-09'",
                        Integer.class))
                .isZero();
    }

    @Test
    void thoseWhoAcceptHearOfEachVersionOnceAndNobodyElseDoes() {
        var address = send("xa01", "SL-01", "9");

        assertThat(inbox("vanphong")).contains("Bến Lam đã gửi báo cáo tháng 11/2018, chờ tiếp nhận");
        assertThat(inbox("chanhvp")).contains("Bến Lam đã gửi báo cáo tháng 11/2018");
        for (var other : List.of("xa01", "bithu01", "xa02", "thuongtruc", "tochuc", "bientap")) {
            assertThat(inbox(other)).as(other).doesNotContain("Bến Lam đã gửi");
        }

        post("xa01", address + "/reopen", Map.of());
        send("xa01", "SL-01", "9");
        assertThat(told("vanphong", address)).as("the same version is no news").isEqualTo(1);

        post("xa01", address + "/reopen", Map.of());
        send("xa01", "SL-01", "10");
        assertThat(inbox("vanphong")).contains("Bến Lam đã gửi lại báo cáo tháng 11/2018 (phiên bản 2)");
        assertThat(told("vanphong", address)).isEqualTo(2);
        assertThat(inbox("xa01")).as("who opens it again knows it").doesNotContain("mở lại");
    }

    @Test
    void theSenderHearsWhatWasDecidedWithTheCommentAndTheWayThere() {
        var address = send("xa02", "SL-02", "9");

        post("vanphong", address + "/give-back", Map.of("version", "1", "comment", "Xem lại số cuộc ở thôn Đông"));
        assertThat(inbox("xa02")).contains("Báo cáo tháng 11/2018 của Bãi Dâu bị trả lại: Xem lại số cuộc ở thôn Đông");
        assertThat(inbox("bithu02")).doesNotContain("Xem lại số cuộc");
        assertThat(desk("xa02")).contains("Bãi Dâu · báo cáo tháng 11/2018", "Trả lại", "href=\"" + address + "\"");

        send("xa02", "SL-02", "11");
        post("vanphong", address + "/accept", Map.of("version", "2"));
        assertThat(inbox("xa02")).contains("Báo cáo tháng 11/2018 của Bãi Dâu đã được chấp nhận");
        post("vanphong", address + "/reopen", Map.of("comment", "Đơn vị đề nghị"));
        assertThat(inbox("xa02")).contains("được mở lại để sửa");
        assertThat(jdbc.queryForList(
                        "select href from notification.notice where account_id = ? and text_key like 'reporting.%'",
                        String.class, account("xa02").value()))
                .isNotEmpty()
                .containsOnly(address);
        assertThat(get("xa02", address)).contains("Bãi Dâu");
    }

    @Test
    void theSameNewsReadsInBothLanguages() {
        var address = send("xa03", "SL-03", "9");
        post("vanphong", address + "/give-back", Map.of("version", "1", "comment", "Thiếu số"));

        var english = body(mvc.get()
                .uri("/inbox")
                .locale(Locale.ENGLISH)
                .cookie(new jakarta.servlet.http.Cookie("lang", "en"))
                .with(SignIn.as(accounts, "xa03"))
                .exchange());
        assertThat(english).contains("The return of Cồn Soi for November 2018 was given back: Thiếu số");
    }

    @Test
    void theDeskSaysWhatToSendAndWhatToDecide() {
        var late = desk("xa12");
        assertThat(late)
                .contains("Báo cáo phải gửi", "Vực Trầu · báo cáo tháng 10/2018", "hạn 31/10/2018, quá 1 ngày")
                .contains("href=\"/returns/SL-12/TH-THANG/2018-10\"");
        assertThat(desk("bithu12")).contains("Vực Trầu · báo cáo tháng 10/2018");
        assertThat(desk("xa05")).doesNotContain("Báo cáo phải gửi");

        send("xa04", "SL-04", "9");
        var office = desk("vanphong");
        assertThat(office)
                .doesNotContain("Báo cáo phải gửi")
                .contains("Báo cáo chờ tôi tiếp nhận", "Thông báo mới", "Đồng Trẹm đã gửi báo cáo tháng 11/2018");
        assertThat(desk("xa04")).doesNotContain("chờ tôi tiếp nhận");
        assertThat(desk("kiemtra")).doesNotContain("chờ tôi tiếp nhận");
    }

    @Test
    void whoeverMakesAReturnIsRemindedThreeWorkingDaysAheadAndWhenItIsLate() {
        var today = due(STORY_DAY);
        assertThat(today).extracting(Reminder::href).containsOnly("/returns/SL-12/TH-THANG/2018-10");
        assertThat(recipients(today)).containsExactlyInAnyOrder(account("xa12"), account("bithu12"));
        assertThat(today.getFirst().textKey()).isEqualTo("reporting.remind.late");

        var tuesday = due(LocalDate.of(2018, 11, 27));
        assertThat(tuesday)
                .filteredOn(reminder -> reminder.href().equals("/returns/SL-08/TH-THANG/2018-11"))
                .hasSize(2)
                .allMatch(reminder -> reminder.textKey().equals("reporting.remind.soon"))
                .allMatch(reminder -> reminder.dueOn().equals(LocalDate.of(2018, 11, 30)));
        assertThat(recipients(tuesday)).doesNotContain(account("vanphong"), account("thuongtruc"), account("quantri"));
        assertThat(due(LocalDate.of(2018, 11, 26)))
                .as("four working days ahead is too early")
                .noneMatch(reminder -> reminder.href().endsWith("/SL-08/TH-THANG/2018-11"));
    }

    private List<Reminder> due(LocalDate day) {
        return viewer.as(Viewer.SYSTEM, () -> reminders.due(day));
    }

    private static List<AccountId> recipients(List<Reminder> all) {
        return all.stream()
                .map(reminder -> ((Recipient.Account) reminder.to()).id())
                .distinct()
                .toList();
    }

    private AccountId account(String login) {
        return accounts.byLogin(login).orElseThrow();
    }

    /** October's figures typed for November, with another number of sessions. */
    private String send(String login, String unit, String sessions) {
        var address = "/returns/" + unit + "/TH-THANG/2018-11";
        var fields = new HashMap<>(Fields.of(books.october(unit)).typed());
        fields.put("v.TT01", sessions);
        fields.put("do", "send");
        post(login, address, fields);
        return address;
    }

    private int told(String login, String address) {
        return jdbc.queryForObject(
                "select count(*) from notification.notice where account_id = ? and href = ?",
                Integer.class,
                account(login).value(),
                address);
    }

    private void post(String login, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, login));
        fields.forEach(request::param);
        assertThat(request.exchange().getResponse().getStatus()).as(address).isEqualTo(303);
    }

    private String inbox(String login) {
        return get(login, "/inbox");
    }

    private String desk(String login) {
        return get(login, "/desk");
    }

    private String get(String login, String address) {
        return body(mvc.get().uri(address).with(SignIn.as(accounts, login)).exchange());
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
