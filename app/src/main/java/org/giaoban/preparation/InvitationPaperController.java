package org.giaoban.preparation;

import static org.giaoban.access.Capability.DOCUMENT_ISSUE;
import static org.giaoban.access.Capability.MEETING_RUN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.giaoban.access.Requires;
import org.giaoban.documents.PaperPdf;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The invitation on paper: looked at, numbered, printed for all or for each. */
@Controller
class InvitationPaperController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String PDF = "application/pdf";
    private static final String PAGE = "preparation/paper.jte";

    private final InvitationPaper paper;
    private final PaperPdf pdf;
    private final Flash flash;

    InvitationPaperController(InvitationPaper paper, PaperPdf pdf, Flash flash) {
        this.paper = paper;
        this.pdf = pdf;
        this.flash = flash;
    }

    @PostMapping("/meetings/{id}/invitation/issue")
    @Requires(DOCUMENT_ISSUE)
    ModelAndView issue(@PathVariable UUID id) {
        flash.ok("preparation.flash.issued", paper.issue(new MeetingId(id)).symbol());
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/invitation");
    }

    @GetMapping("/meetings/{id}/invitation.docx")
    @ForSignedIn
    ResponseEntity<byte[]> word(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID guest) {
        var meeting = new MeetingId(id);
        return file(".docx", WORD, paper.word(meeting, paper.addressee(meeting, guest)));
    }

    @GetMapping("/meetings/{id}/invitation.pdf")
    @ForSignedIn
    ResponseEntity<byte[]> print(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID guest) {
        var meeting = new MeetingId(id);
        return file(".pdf", PDF, pdf.of(PAGE, List.of(paper.letter(meeting, paper.addressee(meeting, guest)))));
    }

    /** A copy for each person or unit, one after the other. */
    @GetMapping("/meetings/{id}/invitation-copies.pdf")
    @Requires(MEETING_RUN)
    ResponseEntity<byte[]> copies(@PathVariable UUID id, @RequestParam(defaultValue = "PERSON") Addressee.By by) {
        return file(".pdf", PDF, pdf.of(PAGE, paper.letters(new MeetingId(id), by)));
    }

    /** The same as Word files. */
    @GetMapping("/meetings/{id}/invitation-copies.zip")
    @Requires(MEETING_RUN)
    ResponseEntity<byte[]> words(@PathVariable UUID id, @RequestParam(defaultValue = "PERSON") Addressee.By by) {
        return file(".zip", "application/zip", zip(paper.words(new MeetingId(id), by)));
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ResponseEntity<byte[]> file(String extension, String type, byte[] content) {
        return TableExport.file(Texts.text("preparation.paper.file") + extension, type, content);
    }
}
