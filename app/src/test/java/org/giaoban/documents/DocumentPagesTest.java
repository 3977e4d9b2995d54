package org.giaoban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.giaoban.access.Capability;
import org.giaoban.access.Grants;
import org.giaoban.access.Reach;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.NewAccount;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GiaoBanTest
class DocumentPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Documents documents;

    @Autowired
    WordTemplates templates;

    @Autowired
    RegisterRepository register;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Clock clock;

    @BeforeEach
    void aNoticeAndTwoReaders() {
        if (accounts.byLogin("vanphong").isPresent()) {
            return;
        }
        var here = PaperTrail.committee(register);
        issue(here, "a");
        open("vanphong", here, Capability.DOCUMENT_READ, Capability.DOCUMENT_ISSUE, Capability.CATALOGUE_EDIT);
        open("noikhac", PaperTrail.committee(register), Capability.DOCUMENT_READ);
    }

    @Test
    void theRegisterIsReadFilteredAndExported() {
        var page = get("/documents?q=giao&type=thong-bao&year=2018", "vanphong");
        assertThat(page).hasStatusOk().bodyText().contains("01-TB/HU", "02/11/2018", "Huyện ủy Sông Lam");
        assertThat(get("/documents?year=2017", "vanphong"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("01-TB/HU");
        assertThat(get("/documents?export=csv&q=giao", "vanphong"))
                .hasStatusOk()
                .bodyText()
                .contains("\"01-TB/HU\",\"2018-11-02\",\"Thông báo\"");
    }

    @Test
    void aDocumentShowsWhatItIsAboutItsHashAndItsHistory() {
        var id = viewer.as(
                Viewer.SYSTEM,
                () -> documents.all(DocumentFilter.words("")).getFirst().id());
        var page = get("/documents/" + id, "vanphong");
        var document = viewer.as(Viewer.SYSTEM, () -> documents.get(id));

        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("Giao ban tháng 11/2018", document.copy().sha256(), "Ban hành văn bản", "2015-2020");
        assertThat(get("/files/" + document.copy().file(), "vanphong")).hasStatusOk();
    }

    @Test
    void whoHasNoRightInTheUnitSeesNothingOfIt() {
        var document = viewer.as(
                Viewer.SYSTEM, () -> documents.all(DocumentFilter.words("")).getFirst());

        assertThat(get("/documents", "noikhac")).hasStatusOk().bodyText().doesNotContain("01-TB/HU");
        assertThat(get("/documents?export=csv", "noikhac")).bodyText().doesNotContain("01-TB/HU");
        assertThat(get("/documents/" + document.id(), "noikhac")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/files/" + document.copy().file(), "noikhac")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aTemplateIsDownloadedEditedAndBroughtBack() {
        var page = get("/documents/templates/conclusion-notice", "vanphong");
        assertThat(page).hasStatusOk().bodyText().contains("{{?ket_luan}}", "Mẫu kèm theo phần mềm", "Đang dùng");
        assertThat(get("/documents/templates", "vanphong"))
                .hasStatusOk()
                .bodyText()
                .contains("Báo cáo tổng hợp tháng");

        var same = templates.version("conclusion-notice", LocalDate.now(clock)).content();
        var before = templates.history("conclusion-notice").size();
        assertThat(upload(same)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(templates.history("conclusion-notice")).hasSize(before + 1);
    }

    @Test
    void aBadTemplateComesBackWithTheReasonAndWhatWasTyped() {
        var answer = upload("không phải Word".getBytes(StandardCharsets.UTF_8));

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains("không phải tài liệu Word", "value=\"Sửa lề trang\"");
    }

    private MvcTestResult upload(byte[] content) {
        return mvc.post()
                .multipart()
                .uri("/documents/templates/conclusion-notice")
                .file(new MockMultipartFile("file", "mau.docx", "application/octet-stream", content))
                .param("from", LocalDate.now(clock).toString())
                .param("note", "Sửa lề trang")
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();
    }

    private IssuedDocument issue(UnitId unit, String key) {
        return viewer.as(
                Viewer.SYSTEM, () -> documents.issue(PaperTrail.notice(unit, "thong-bao", PaperTrail.DAY, key)));
    }

    private void open(String login, UnitId unit, Capability... capabilities) {
        viewer.run(Viewer.SYSTEM, () -> {
            var account = accounts.create(new NewAccount(
                    login, "Đinh Thị Mai An", null, null, "mot cau de nho 2018", NewAccount.FirstLogIn.KEEPS_PASSWORD));
            for (var capability : capabilities) {
                grants.grant(account, capability, unit, Reach.UNIT, DateRange.from(LocalDate.of(2015, 1, 1)));
            }
        });
    }

    private MvcTestResult get(String uri, String login) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, login)).exchange();
    }
}
