package org.giaoban.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One box, every module, within what the viewer may see. */
@GiaoBanTest(story = "vu-quang-2018-11")
class SearchPageTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Test
    void unitsAndPersonsAreFoundWithoutTones() {
        assertThat(search("vanphong", "ban lam")).hasStatusOk().bodyText().doesNotContain("Con người</h2>");
        assertThat(search("vanphong", "lieu"))
                .bodyText()
                .contains("Nguyễn Thị Hồng Liễu", "Phó Bí thư Thường trực Huyện ủy");
        assertThat(search("vanphong", "BẾN LAM")).bodyText().contains("Đảng ủy thị trấn Bến Lam", "Đơn vị");
    }

    @Test
    void nobodyFindsWhatTheyMayNotSee() {
        assertThat(search("xa03", "ben lam")).bodyText().doesNotContain("Đảng ủy thị trấn Bến Lam");
        assertThat(search("xa03", "hong lieu"))
                .as("the public article that names her, not her file")
                .bodyText()
                .contains("href=\"/tin/")
                .doesNotContain("/people/");
        assertThat(search("xa03", "hong lieu khoat")).bodyText().contains("Không thấy gì cho “hong lieu khoat”");
        assertThat(search("xa03", "con soi")).bodyText().contains("Đảng ủy xã Cồn Soi");
    }

    @Test
    void signsOfTheDatabaseMeanNothing() {
        assertThat(search("vanphong", "%%")).bodyText().contains("Không thấy gì");
        assertThat(search("vanphong", "__")).bodyText().contains("Không thấy gì");
        assertThat(search("vanphong", "<b>")).bodyText().contains("&lt;b&gt;").doesNotContain("“<b>”");
    }

    @Test
    void oneLetterAsksForMore() {
        assertThat(search("vanphong", "a")).bodyText().contains("Gõ ít nhất hai chữ cái");
    }

    @Test
    void theWholeCycleIsFoundUnderAHeadingPerKind() {
        mvc.post()
                .uri("/board/SL/2018-11/report")
                .with(SignIn.as(accounts, "chanhvp"))
                .with(csrf())
                .exchange();

        assertThat(search("vanphong", "giao ban 10/2018"))
                .bodyText()
                .contains(heading("Hội nghị"), "Giao ban tháng 10/2018", "Đã kết thúc")
                .contains(heading("Tin bài"), "Thường trực Huyện ủy giao ban công tác xây dựng Đảng tháng 10/2018");
        assertThat(search("vanphong", "SÁP nhập văn-phòng".replace('-', ' ')))
                .bodyText()
                .contains(heading("Nhiệm vụ"), "Sáp nhập văn phòng cấp ủy với văn phòng UBND xã")
                .containsOnlyOnce("Sáp nhập văn phòng cấp ủy");
        assertThat(search("vanphong", "kết quả công tác"))
                .bodyText()
                .contains(heading("Văn bản"), "Kết quả công tác tháng 10/2018, nhiệm vụ tháng 11/2018", "-BC/HU");
        assertThat(search("vanphong", "1-bc/hu")).bodyText().contains("Kết quả công tác tháng 10/2018");
        assertThat(search("vanphong", "Đảng viên kết NẠP")).bodyText().contains("Đảng viên mới kết nạp", "TC17");
    }

    @Test
    void aUnitFindsItsPartOfAnOrderAndNoOther() {
        assertThat(search("xa03", "sap nhap")).bodyText().containsOnlyOnce("Sáp nhập văn phòng cấp ủy");
        assertThat(search("bithu03", "sap nhap")).bodyText().containsOnlyOnce("Sáp nhập văn phòng cấp ủy");
        assertThat(search("xa01", "sap nhap")).bodyText().doesNotContain("Sáp nhập văn phòng cấp ủy");
    }

    @Test
    void theInvitedFindTheMeetingOthersFindWhatVisitorsRead() {
        assertThat(search("bithu01", "giao ban")).bodyText().contains(heading("Hội nghị"), "Giao ban tháng 10/2018");
        assertThat(search("xa01", "giao ban"))
                .bodyText()
                .doesNotContain(heading("Hội nghị"))
                .contains("Thường trực Huyện ủy giao ban", "href=\"/tin/");
        assertThat(search("xa01", "du thao nghi quyet cai cach")).bodyText().contains("Lấy ý kiến dự thảo nghị quyết");
    }

    @Test
    void aShortWordStandsAtTheBeginningOfAWord() {
        assertThat(search("vanphong", "xã lam")).bodyText().contains("Xã Lam Thượng làm 4 km đường thôn");
        assertThat(SearchWords.of("ng").in("Văn phòng")).isFalse();
        assertThat(SearchWords.of("ph").in("Văn phòng")).isTrue();
        assertThat(SearchWords.of("hong van").in("Văn phòng")).isTrue();
        assertThat(SearchWords.of("- % _").in("- % _")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "\\\\%!_[]*",
                "\uD83D\uDE00\uD83D\uDE00",
                "\u202Eban lam",
                "🏳️‍🌈 ban",
                "a b c d e f g h i j k l m n o p"
            })
    void oddInputIsAnswered(String query) {
        assertThat(search("vanphong", query)).hasStatusOk();
    }

    /** What is no text never reaches a database. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0000ban\u0000lam", "\uD83D\uD83D"})
    void whatIsNoTextIsRefused(String query) {
        assertThat(search("vanphong", query)).hasStatus(400);
    }

    @Test
    void hugeInputIsCut() {
        assertThat(search("vanphong", "ban lam ".repeat(20_000))).hasStatusOk();
        assertThat(search("vanphong", "\uD83D\uDE00".repeat(5_000))).hasStatusOk();
    }

    private static String heading(String words) {
        return "<h2>" + words + "</h2>";
    }

    private MvcTestResult search(String login, String query) {
        return mvc.get()
                .uri("/search")
                .param("q", query)
                .with(SignIn.as(accounts, login))
                .exchange();
    }
}
