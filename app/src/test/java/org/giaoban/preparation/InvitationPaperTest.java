package org.giaoban.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** The invitation on paper: one sheet for all, a copy for each, a number from the register. */
@GiaoBanTest(story = "vu-quang-2018-11")
@Import(PlannedMeeting.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InvitationPaperTest {

    private static MeetingId meeting;

    @Autowired
    private PlannedMeeting planned;

    @Autowired
    private Meetings meetings;

    @Test
    @Order(1)
    void theSheetSaysWhenWhereAndWhatUnderTheLetterhead() throws IOException {
        meeting = planned.plan();
        var text = word(file("vanphong", "/invitation.docx"));

        assertThat(text)
                .contains("GIẤY MỜI", "Dự Giao ban tháng 12/2018", "ĐẢNG CỘNG SẢN VIỆT NAM", "-GM/HU")
                .contains("07 giờ 30, thứ ba, ngày 04/12/2018", "Hội trường", "Chương trình:", "Nơi nhận:")
                .doesNotContain("{{", "[");
        for (var item : meetings.agenda(meeting)) {
            assertThat(text).contains(item.title());
        }
        assertThat(planned.get("bithu03", meeting.href() + "/invitation.docx")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(planned.post("vanphong", meeting.href() + "/invitation/issue"))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    @Order(2)
    void aNumberComesFromTheRegisterOnceAndStandsOnEveryCopy() throws IOException {
        planned.post("vanphong", meeting.href() + "/invitation");
        assertThat(planned.post("bithu03", meeting.href() + "/invitation/issue")
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(planned.post("vanphong", meeting.href() + "/invitation/issue"))
                .hasStatus3xxRedirection();
        assertThat(planned.post("vanphong", meeting.href() + "/invitation/issue"))
                .hasStatus3xxRedirection();

        assertThat(planned.body("vanphong", "/documents")).contains("01-GM/HU").doesNotContain("02-GM/HU");
        assertThat(word(file("vanphong", "/invitation.docx"))).contains("01-GM/HU");
        assertThat(pages(file("vanphong", "/invitation.pdf")))
                .first()
                .asString()
                .contains("01-GM/HU", "GIẤY MỜI");
    }

    @Test
    @Order(3)
    void everyPersonAndEveryUnitGetsACopyOfTheirOwn() throws IOException {
        var persons = pages(file("vanphong", "/invitation-copies.pdf?by=PERSON"));
        var invited = meetings.attendees(meeting);
        assertThat(persons).hasSameSizeAs(invited);
        for (int i = 0; i < invited.size(); i++) {
            assertThat(persons.get(i)).contains(invited.get(i).name(), "Số 01-GM/HU");
        }
        assertThat(entries(file("vanphong", "/invitation-copies.zip?by=PERSON")))
                .hasSameSizeAs(invited);
        assertThat(pages(file("vanphong", "/invitation-copies.pdf?by=UNIT")))
                .anyMatch(page -> page.contains("- Đảng ủy xã Cồn Soi") && page.contains("Phạm Văn Ảnh"));
    }

    @Test
    @Order(4)
    void theInvitedGetTheirOwnAndNobodyElses() throws IOException {
        var other = meetings.attendees(meeting).stream()
                .filter(one -> one.name().equals("Võ Đình Chiến"))
                .findFirst()
                .orElseThrow();
        assertThat(word(file("bithu03", "/invitation.docx?guest=" + other.id())))
                .contains("Phạm Văn Ảnh")
                .doesNotContain("Võ Đình Chiến");
        assertThat(planned.get("bithu07", meeting.href() + "/invitation.pdf")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(planned.get("bithu03", meeting.href() + "/invitation-copies.zip")
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
    }

    @Test
    @Order(5)
    void anotherTimeAsksForAnotherNumber() throws IOException {
        planned.post(
                "vanphong",
                meeting.href() + "/edit",
                "title",
                "Giao ban tháng 12/2018",
                "period",
                "2018-12",
                "date",
                "2018-12-05",
                "time",
                "08:00",
                "minutes",
                "150",
                "place",
                "Hội trường");
        assertThat(word(file("vanphong", "/invitation.docx")))
                .contains("ngày 05/12/2018")
                .doesNotContain("01-GM/HU");

        planned.post("vanphong", meeting.href() + "/invitation/issue");

        assertThat(word(file("vanphong", "/invitation.docx"))).contains("02-GM/HU", "08 giờ 00");
    }

    private byte[] file(String login, String path) {
        var answer = planned.get(login, meeting.href() + path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private static String word(byte[] file) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<String>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    private static List<String> entries(byte[] zip) throws IOException {
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                assertThat(word(in.readAllBytes())).contains("GIẤY MỜI");
            }
        }
        return names;
    }
}
