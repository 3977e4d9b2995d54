package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.files.Zips;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.reporting.FileOutcome.Status;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Real input and bad input, each with its plain answer. Every test has a unit and a month of its own. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ImportTest {

    @Autowired
    Books books;

    @Autowired
    Returns returns;

    @Autowired
    Figures figures;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(org.giaoban.platform.Texts.VIETNAMESE);
    }

    private FileOutcome take(String name, byte[] bytes) {
        return viewer.as(Viewer.SYSTEM, () -> returns.importFile(name, bytes))
                .files()
                .getFirst();
    }

    private FileOutcome takeAs(String login, byte[] bytes) {
        var who = accounts.byLogin(login).flatMap(accounts::viewer).orElseThrow();
        return viewer.as(who, () -> returns.importFile("phieu.xlsx", bytes))
                .files()
                .getFirst();
    }

    private byte[] november(String unit, Consumer<XSSFWorkbook> change) {
        return Books.changed(books.filled(unit, "2018-11"), change);
    }

    private Map<String, Figure> own(String unit, String period) {
        return viewer.as(
                Viewer.SYSTEM, () -> figures.own(books.key(unit, period).unit().id(), Period.parse(period)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "ods"})
    void aWorkbookSavedByLibreOfficeIsTakenCleanly(String format) {
        String period = format.equals("ods") ? "2019-02" : "2019-01";
        byte[] saved = Office.convert(books.filled("SL-01", period), "xlsx", format);

        var outcome = take("phieu." + format, saved);

        assertThat(outcome.status()).as("%s", outcome.messages()).isEqualTo(Status.SENT);
        var expected = new LinkedHashMap<String, String>();
        books.october("SL-01").values().forEach((code, entry) -> expected.put(code, entry.written()));
        assertThat(said("SL-01", period)).isEqualTo(expected);
        assertThat(own("SL-01", period).keySet()).containsAll(expected.keySet());
    }

    /** Opened, filled cell by cell and saved by LibreOffice Calc itself, driven by a macro from outside the file. */
    @ParameterizedTest
    @ValueSource(strings = {"Calc MS Excel 2007 XML;xlsx;2019-03", "calc8;ods;2019-04"})
    void aWorkbookFilledInLibreOfficeIsTakenCleanly(String how) {
        String[] parts = how.split(";");
        var october = books.october("SL-01");
        byte[] saved = Calc.fill(books.empty("SL-01", parts[2]), parts[1], parts[0], Calc.typed(october));

        var outcome = take("phieu." + parts[1], saved);

        assertThat(outcome.status()).as("%s", outcome.messages()).isEqualTo(Status.SENT);
        var expected = new LinkedHashMap<String, String>();
        october.values().forEach((code, entry) -> expected.put(code, entry.written()));
        assertThat(said("SL-01", parts[2])).isEqualTo(expected);
    }

    private Map<String, String> said(String unit, String period) {
        var said = new LinkedHashMap<String, String>();
        var key = books.key(unit, period);
        var row = viewer.as(Viewer.SYSTEM, () -> books.saved(key));
        row.values().forEach((code, entry) -> said.put(code, entry.written()));
        return said;
    }

    @Test
    void theSameFileTwiceChangesNothingAndANewerOneShowsTheDifference() {
        byte[] first = books.filled("SL-02", "2018-11");
        assertThat(take("a.xlsx", first).version()).isEqualTo(1);

        var again = take("a.xlsx", first);
        assertThat(again.status()).isEqualTo(Status.UNCHANGED);
        assertThat(again.version()).isEqualTo(1);

        byte[] newer = november("SL-02", book -> Books.named(book, "gb_v_TT01").setCellValue(11));
        var changed = take("b.xlsx", newer);
        assertThat(changed.status()).isEqualTo(Status.SENT);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.code()).isEqualTo("TT01");
            assertThat(difference.after()).isEqualTo("11");
            assertThat(difference.before()).isNotEqualTo("11");
        });

        var old = take("a.xlsx", first);
        assertThat(old.status()).isEqualTo(Status.UNCHANGED);
        assertThat(old.messages().getFirst()).contains("phiên bản mới hơn");
        assertThat(own("SL-02", "2018-11").get("TT01").amount())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("11"));
    }

    @Test
    void numbersAsTextAreUnderstood() {
        var outcome = take("so.xlsx", november("SL-03", book -> {
            Books.named(book, "gb_v_TC10").setCellValue("1.234");
            Books.named(book, "gb_v_KX07").setCellValue("14,5");
            Books.named(book, "gb_v_TT02").setCellValue("trên 2.100");
            Books.named(book, "gb_v_NC01").setCellValue("Không phát sinh");
        }));

        assertThat(outcome.status()).as("%s", outcome.messages()).isEqualTo(Status.SENT);
        var own = own("SL-03", "2018-11");
        assertThat(own.get("TC10").amount().orElseThrow()).isEqualByComparingTo("1234");
        assertThat(own.get("KX07").amount().orElseThrow()).isEqualByComparingTo("14.5");
        assertThat(own.get("TT02")).isInstanceOfSatisfying(Figure.Present.class, figure -> {
            assertThat(figure.value()).isEqualByComparingTo("2100");
            assertThat(figure.qualifier()).isEqualTo(org.giaoban.kernel.Qualifier.OVER);
        });
        assertThat(own.get("NC01")).isEqualTo(Figure.missing(org.giaoban.kernel.Absence.NONE));
    }

    @Test
    void brokenFormulasDatesAndWordsAreNamedByCellAndTheRestIsKept() {
        var outcome = take("loi.xlsx", november("SL-04", book -> {
            Books.named(book, "gb_v_TC10").setCellErrorValue((byte) 23);
            Books.named(book, "gb_v_TC17").setCellErrorValue((byte) 7);
            Books.named(book, "gb_v_TT01").setCellValue("khá nhiều");
            Books.named(book, "gb_v_TT07").setCellValue(-3);
            Books.named(book, "gb_m_KT01").setCellValue("rất nhiều");
        }));

        assertThat(outcome.status()).isEqualTo(Status.DRAFT);
        assertThat(outcome.messages())
                .anyMatch(said -> said.matches("Chỉ tiêu!F\\d+: công thức bị lỗi #REF!.*"))
                .anyMatch(said -> said.matches("Chỉ tiêu!F\\d+: công thức bị lỗi #DIV/0!.*"))
                .anyMatch(said -> said.contains("“khá nhiều” không phải là số"))
                .anyMatch(said -> said.contains("số âm (-3)"))
                .anyMatch(said -> said.contains("“rất nhiều”"))
                .anyMatch(said -> said.contains("Đã giữ 33/38 chỉ tiêu"));
        assertThat(own("SL-04", "2018-11")).as("a draft counts nowhere").isEmpty();
    }

    @Test
    void halfFilledIsKeptAsADraftThatSaysWhatItLacks() {
        var key = books.key("SL-05", "2018-11");
        var outcome = take("nua.xlsx", books.with(key, Books.without(books.october("SL-05"), "TC17")));

        assertThat(outcome.status()).isEqualTo(Status.DRAFT);
        assertThat(outcome.messages()).anyMatch(said -> said.startsWith("Còn thiếu: TC17"));
        assertThat(own("SL-05", "2018-11")).isEmpty();
    }

    @Test
    void renamedSheetsAndMovedRowsDoNotMatter() {
        var outcome = take("doi-ten.xlsx", november("SL-06", book -> {
            book.setSheetName(0, "Số liệu tháng mười một");
            book.setSheetName(1, "Lời văn");
            book.getSheetAt(0).shiftRows(5, book.getSheetAt(0).getLastRowNum(), 2);
        }));

        assertThat(outcome.status()).as("%s", outcome.messages()).isEqualTo(Status.SENT);
        assertThat(jdbc.queryForObject(
                        "select place from reporting.return_value v join reporting.unit_return r on r.id = v.return_id"
                                + " where r.period = '2018-11' and r.unit_id = ? and v.indicator = 'TC10'",
                        String.class,
                        books.key("SL-06", "2018-11").unit().id().value()))
                .startsWith("Số liệu tháng mười một!F");
    }

    @Test
    void bothUnicodeFormsSayTheSame() {
        take("nfc.xlsx", november("SL-07", book -> text(book, "Đối thoại với nhân dân.", Normalizer.Form.NFC)));

        var again =
                take("nfd.xlsx", november("SL-07", book -> text(book, "Đối thoại với nhân dân.", Normalizer.Form.NFD)));

        assertThat(again.status()).isEqualTo(Status.UNCHANGED);
    }

    private static void text(XSSFWorkbook book, String text, Normalizer.Form form) {
        Books.named(book, "gb_s_next").setCellValue(Normalizer.normalize(text, form));
        Books.named(book, "gb_m_NC01").setCellValue(Normalizer.normalize("không phát sinh", form));
        Books.named(book, "gb_v_NC01").setBlank();
    }

    @Test
    void anotherUnitsWorkbookIsRefusedByName() {
        byte[] foreign = books.filled("SL-08", "2018-11");

        var outcome = takeAs("xa01", foreign);

        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.messages().getFirst()).contains("một đơn vị khác").doesNotContain("Lam Hạ");
        var known = takeAs("thuongtruc", foreign);
        assertThat(known.status()).isEqualTo(Status.REFUSED);
        assertThat(known.messages().getFirst()).contains("Đảng ủy xã Lam Hạ");
        assertThat(own("SL-08", "2018-11")).isEmpty();
    }

    @Test
    void foreignAlteredAndUnreadableFilesGetAPlainAnswer() {
        answers(
                Books.changed(books.filled("SL-08", "2018-12"), book -> book.removeName(book.getName("gb_unit"))),
                "không phải phiếu");
        answers(
                Books.changed(books.filled("SL-08", "2018-12"), book -> {
                    book.setSheetVisibility(2, SheetVisibility.VISIBLE);
                    Books.named(book, "gb_unit").setCellValue("SL-01");
                }),
                "nhận dạng của phiếu đã bị sửa");
        answers(new byte[0], "Tệp rỗng");
        answers(Zips.text("Chào các đồng chí"), "không phải bảng tính");
        answers(new byte[50 << 20], "quá lớn");
        answers(Zips.bomb("xl/worksheets/sheet1.xml", 120 << 20), "nén bất thường");
        answers(
                Zips.of(Map.of(
                        "[Content_Types].xml",
                        Zips.text("<T/>"),
                        "xl/workbook.xml",
                        Zips.text("<w/>"),
                        "xl/vbaProject.bin",
                        Zips.text("x"))),
                "macro");
        answers(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 1, 1, 1}, ".xls cũ");
    }

    private void answers(byte[] bytes, String words) {
        var outcome = take("tep", bytes);
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        assertThat(outcome.messages().getFirst()).contains(words);
    }

    @Test
    void anArchiveOfManyGetsAnAnswerForEachFile() throws UnsupportedEncodingException {
        var archive = Zips.of(new LinkedHashMap<>(Map.of(
                "tháng 11/SL-09.xlsx", books.filled("SL-09", "2018-11"),
                "SL-10.ods", Office.convert(books.filled("SL-10", "2018-11"), "xlsx", "ods"),
                "ghi chú.txt", Zips.text("đọc trước"),
                "__MACOSX/._SL-09.xlsx", Zips.text("x"))));

        var posted = mvc.post()
                .uri("/returns/import")
                .multipart()
                .file(new MockMultipartFile("file", "tat-ca.zip", "application/zip", archive))
                .param("send", "true")
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();

        assertThat(posted.getResponse().getStatus()).isEqualTo(303);
        String page = mvc.get()
                .uri(String.valueOf(posted.getResponse().getHeader("Location")))
                .with(SignIn.as(accounts, "vanphong"))
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("3 tệp: 2 gửi, 0 nháp, 0 không đổi, 1 không nhận", "SL-09.xlsx", "ghi chú.txt");
        assertThat(own("SL-10", "2018-11")).containsKey("TC10");
    }

    /** Two uploads of one return at once: both are answered, one version each at most, no duplicate row. */
    @Test
    void twoUploadsAtOnceMeetOnTheReturn() throws Exception {
        var start = new CountDownLatch(1);
        int threads = 6;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var books = java.util.stream.IntStream.range(0, threads)
                    .mapToObj(i -> november(
                            "SL-11", book -> Books.named(book, "gb_v_TT07").setCellValue(20 + i)))
                    .toList();
            var answers = books.stream()
                    .map(bytes -> pool.submit(() -> {
                        start.await();
                        return take("phieu.xlsx", bytes);
                    }))
                    .toList();
            start.countDown();
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(Status.SENT);
            }
        }
        var unit = books.key("SL-11", "2018-11").unit().id().value();
        assertThat(jdbc.queryForObject(
                        "select count(*) from reporting.unit_return where unit_id = ? and period = '2018-11'",
                        Integer.class,
                        unit))
                .isEqualTo(1);
        assertThat(jdbc.queryForList(
                        "select v.version from reporting.return_version v join reporting.unit_return r on r.id = v.return_id"
                                + " where r.unit_id = ? and r.period = '2018-11' order by 1",
                        Integer.class,
                        unit))
                .containsExactly(1, 2, 3, 4, 5, 6);
        var newest = jdbc.queryForObject(
                "select v.value from reporting.return_value v join reporting.unit_return r on r.id = v.return_id and r.version = v.version"
                        + " where r.unit_id = ? and r.period = '2018-11' and v.indicator = 'TT07'",
                java.math.BigDecimal.class,
                unit);
        assertThat(own("SL-11", "2018-11").get("TT07").amount().orElseThrow()).isEqualByComparingTo(newest);
    }
}
