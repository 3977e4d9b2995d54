package org.giaoban.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The board of the story's district for November 2018, which hears October. */
@GiaoBanTest(story = "vu-quang-2018-11")
class BoardPagesTest {

    private static final String BOARD = "/board/SL/2018-11";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Test
    void namesTheUnitWhoseReturnIsNotInAndItsDaysLate() {
        var cards = board().select(".gb-kpi .card");

        assertThat(cards.get(0).text()).contains("11/12", "Vực Trầu chưa nộp, quá 1 ngày");
        assertThat(board().select(".gb-chip-late").text()).contains("Vực Trầu");
        assertThat(board().select(".gb-cycle-late b").text()).contains("Thu báo cáo");
    }

    @Test
    void comparesPlannedIndicatorsWithTheirPaceOnThisDay() {
        var board = board();

        assertThat(board.select(".gb-kpi .card").get(1).text()).contains("14/19", "5 chỉ tiêu thấp hơn tiến độ");
        var row = board.select("tbody tr").stream()
                .filter(line -> line.select("th").text().equals("Đảng viên mới kết nạp"))
                .findFirst()
                .orElseThrow();
        assertThat(row.select("td").eachText()).contains("61", "84", "Rú Mây 2/8");
        assertThat(row.select("svg.gb-bar").attr("aria-label")).contains("72,6", "83,3");
    }

    @Test
    void showsArithmeticOfWhatDoesNotAddUp() {
        assertThat(board().select(".gb-item").text())
                .contains("217")
                .contains("219")
                .contains("Đồng Trẹm");
    }

    @Test
    void everyFigureOpensItsRows() {
        var links = board().select("a.gb-fig").eachAttr("href");

        assertThat(links).hasSizeGreaterThan(4).allMatch(link -> link.startsWith("/figures/SL/"));
        assertThat(links.stream().distinct())
                .allSatisfy(link -> assertThat(get(link, "vanphong")).hasStatusOk());
    }

    @Test
    void leadsToTheMeetingOfTheMonth() {
        var button = board().select(".gb-actions .btn-primary");

        assertThat(button.text()).isEqualTo("Bắt đầu hội nghị");
        assertThat(get(button.attr("href"), "vanphong")).hasStatusOk();
    }

    @Test
    void opensEarlierUnfinishedWorkWithALightForEachUnit() {
        var lights = board().select("tr:has(.gb-light)");

        assertThat(lights.first()).isNotNull();
        assertThat(lights.first().select(".gb-light")).hasSize(4);
        assertThat(lights.first().select(".gb-light-late")).hasSize(1);
    }

    @Test
    void aMonthIsShownWithoutThePaceOfTheYear() {
        var month = page(BOARD + "?span=month", "vanphong");

        assertThat(month.select(".gb-seg [aria-current]").text()).isEqualTo("Tháng 10/2018");
        assertThat(month.select("a.gb-fig").eachAttr("href"))
                .as("October of this year or of the last, never the months up to it")
                .allMatch(link -> link.matches(".*/201[78]-10(#change)?"));
        assertThat(month.select(".gb-kpi .card").get(1).text()).doesNotContain("thấp hơn tiến độ");
    }

    @Test
    void isClosedToThoseWhoMayNotReadTheUnit() {
        assertThat(get(BOARD, "xa05")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/board/SL-05/2018-11", "xa05")).hasStatusOk();
        assertThat(get("/board/SL-06/2018-11", "xa05")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anAddressThatIsNoPeriodIsNotFound() {
        assertThat(List.of("2018-13", "x", "2018-11'--"))
                .allSatisfy(period ->
                        assertThat(get("/board/SL/" + period, "vanphong")).hasStatus(HttpStatus.NOT_FOUND));
    }

    @Test
    void theWholeTableIsFilteredByTheAddressAndExportedAsFiltered() {
        var behind = page(BOARD + "/figures?standing=behind", "vanphong");
        var csv = new String(
                get(BOARD + "/figures?standing=behind&format=csv", "vanphong")
                        .getResponse()
                        .getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);

        assertThat(behind.select("tbody tr")).hasSize(5);
        assertThat(csv.lines().skip(1)).hasSize(5);
        assertThat(page(BOARD + "/figures?q=ket%20nap", "vanphong")
                        .select("tbody th")
                        .eachText())
                .isNotEmpty()
                .allMatch(name -> name.contains("kết nạp"));
    }

    private Document board() {
        return page(BOARD, "vanphong");
    }

    private Document page(String path, String login) {
        var result = get(path, login);
        assertThat(result).hasStatusOk();
        return Jsoup.parse(
                new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private MvcTestResult get(String path, String login) {
        return mvc.get()
                .uri(java.net.URI.create(path.replace("'", "%27")))
                .with(SignIn.as(accounts, login))
                .exchange();
    }
}
