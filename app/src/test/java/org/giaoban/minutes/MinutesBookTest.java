package org.giaoban.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.HeldMeetings;
import org.giaoban.meetings.MeetingId;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Minutes, notice and book of a branch that entered no letterhead, as files that office programs open. */
@GiaoBanTest(story = "ky-son-2022-06")
class MinutesBookTest {

    private static final String PASSWORD = "giaoban-2018";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private HeldMeetings held;

    @Autowired
    private Organization organization;

    @Test
    void aBranchPrintsItsMinutesItsNoticeAndItsBook() throws IOException {
        var branch = organization.idOf("MK-01-CB1");
        var meeting = may(branch);
        post(meeting, "/minutes/draw");
        post(meeting, "/minutes/read-out", "hours", "0");
        post(meeting, "/minutes/adopt");
        post(meeting, "/minutes/sign", "role", "SECRETARY", "password", PASSWORD);

        var word = words(get(meeting.href() + "/minutes.docx"), "docx");
        assertThat(word).contains("ĐẢNG BỘ THỊ TRẤN BẢN", "CHI BỘ KHỐI 1 THỊ TRẤN BẢN", "01-BB/CB", "Bản Xiêng, ngày ");
        assertThat(pdf(get(meeting.href() + "/minutes.pdf"))).contains("ĐẢNG BỘ THỊ TRẤN BẢN", "01-BB/CB");
        assertThat(words(get(meeting.href() + "/notice.docx"), "docx")).contains("ĐẢNG BỘ THỊ TRẤN BẢN", "-TB/CB");
        assertThat(mvc.post()
                        .uri(meeting.href() + "/notice")
                        .with(SignIn.as(accounts, "mk-cb1"))
                        .with(csrf())
                        .exchange())
                .hasStatus3xxRedirection();
        book(branch);
    }

    private void book(UnitId branch) throws IOException {
        var query = "?unit=" + branch + "&year=2022";
        assertThat(get("/minutes" + query)).hasStatusOk().bodyText().contains("Sinh hoạt");
        assertThat(words(get("/minutes/book.docx" + query), "docx"))
                .contains("CHI BỘ KHỐI 1 THỊ TRẤN BẢN", "01", "05/2022");
        assertThat(pdf(get("/minutes/book.pdf" + query)))
                .contains("SỔ BIÊN BẢN", "CHI BỘ KHỐI 1 THỊ TRẤN BẢN", "01", "05/2022");
        var table = get("/minutes/book" + query).getResponse().getContentAsByteArray();
        assertThat(new String(Office.convert(table, "xlsx", Office.CSV), StandardCharsets.UTF_8))
                .contains("Sinh hoạt");
    }

    private MeetingId may(UnitId branch) {
        var month = DateRange.ofDays(LocalDate.of(2022, 5, 1), LocalDate.of(2022, 5, 31));
        return held.of(List.of(branch), null, month).getFirst().id();
    }

    private MvcTestResult get(String path) {
        var result = mvc.get().uri(path).with(SignIn.as(accounts, "mk-cb1")).exchange();
        assertThat(result).as(path).hasStatusOk();
        return result;
    }

    private void post(MeetingId meeting, String path, String... params) {
        var request = mvc.post().uri(meeting.href() + path);
        for (var at = 0; at < params.length; at += 2) {
            request.param(params[at], params[at + 1]);
        }
        assertThat(request.with(SignIn.as(accounts, "mk-cb1")).with(csrf()).exchange())
                .as(path)
                .hasStatus3xxRedirection();
    }

    private static String words(MvcTestResult file, String extension) {
        return Office.text(file.getResponse().getContentAsByteArray(), extension)
                .replaceAll("\\s+", " ");
    }

    private static String pdf(MvcTestResult file) throws IOException {
        try (var pdf = Loader.loadPDF(file.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
