package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.platform.Texts;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The catalogue brought in on screen: every change is shown before it is made, one wrong row and none is made. */
@GiaoBanTest(story = "vu-quang-2018-11")
class CatalogueImportPagesTest {

    private static final LocalDate DECEMBER = LocalDate.of(2018, 12, 1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Indicators indicators;

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
    }

    private MvcTestResult preview(String text) {
        var file = new MockMultipartFile("file", "chi-tieu.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        return mvc.perform(
                multipart("/indicators/import").file(file).with(csrf()).with(SignIn.as(accounts, "vanphong")));
    }

    private MvcTestResult take(String text) {
        return mvc.post()
                .uri("/indicators/import/take")
                .param("text", text)
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();
    }

    @SafeVarargs
    private static String table(String mark, List<String>... rows) {
        return Stream.concat(Stream.of(CatalogueFile.HEADERS), List.of(rows).stream())
                .map(row -> row.stream().collect(Collectors.joining(mark)))
                .collect(Collectors.joining("\r\n"));
    }

    private List<String> next(String code, String name) {
        var row = new ArrayList<>(CatalogueFile.row(indicators.get(code, DECEMBER)));
        row.set(CatalogueFile.HEADERS.indexOf("name_vi"), name);
        row.set(CatalogueFile.HEADERS.indexOf("valid_from"), DECEMBER.toString());
        return row.stream().map(cell -> cell.replace(",", " ")).toList();
    }

    private List<String> fresh(String code) {
        var row = new ArrayList<>(next("DV06", "Chỉ tiêu thử " + code));
        row.set(0, code);
        return row;
    }

    @Test
    void whatWouldChangeIsShownAndNothingIsWritten() {
        var text = table(",", next("DV07", "Tên mới của chỉ tiêu"), fresh("DV71"));
        assertThat(preview(text))
                .hasStatusOk()
                .bodyText()
                .contains("Tệp làm thay đổi 2 chỉ tiêu", "Tên mới của chỉ tiêu", "Chỉ tiêu mới từ ngày 01/12/2018");
        assertThat(indicators.byCode("DV71", DECEMBER)).isEmpty();

        assertThat(take(text)).hasRedirectedUrl("/indicators");
        assertThat(indicators.get("DV07", DECEMBER).name()).isEqualTo("Tên mới của chỉ tiêu");
        assertThat(indicators.byCode("DV71", DECEMBER)).isPresent();
        assertThat(preview(text)).hasStatusOk().bodyText().contains("Không có gì mới: 2 dòng");
    }

    @Test
    void cellsPastedFromASpreadsheetAreReadInBothUnicodeForms() {
        var text = table("\t", fresh("DV72"));
        assertThat(take(Normalizer.normalize(text, Normalizer.Form.NFD))).hasRedirectedUrl("/indicators");
        assertThat(indicators.get("DV72", DECEMBER).name()).isEqualTo("Chỉ tiêu thử DV72");
    }

    @Test
    void aWrongRowIsNamedAndTheOthersAreNotTakenEither() {
        var wrong = new ArrayList<>(fresh("DV74"));
        wrong.set(CatalogueFile.HEADERS.indexOf("reporter"), "KHONG-CO");
        var text = table(",", fresh("DV73"), wrong);
        assertThat(preview(text))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Dòng 3, DV74: không có đơn vị báo cáo “KHONG-CO”.", "Chỉ tiêu thử DV73");
        assertThat(take(text)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(indicators.byCode("DV73", DECEMBER)).isEmpty();
    }

    @Test
    void whatIsNoTableIsToldSo() {
        for (var text : List.of("", "không phải bảng", "code,name\nA,\"chưa đóng", "x".repeat(600_000))) {
            assertThat(preview(text))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("Tệp cần có các cột: code, group");
            assertThat(take(text)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @Test
    void theSameFileTakenTwiceAtOnceIsWrittenOnce() throws Exception {
        var text = table(",", fresh("DV75"), next("DV05", "Một tên khác"));
        try (var two = Executors.newFixedThreadPool(2)) {
            Callable<MvcTestResult> taking = () -> take(text);
            for (var taken : two.invokeAll(List.of(taking, taking))) {
                assertThat(taken.get()).hasRedirectedUrl("/indicators");
            }
        }
        assertThat(indicators.versions("DV75")).hasSize(1);
        assertThat(indicators.versions("DV05").stream()
                        .filter(line -> line.name().equals("Một tên khác")))
                .hasSize(1);
    }
}
