package org.giaoban.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.kernel.UnitId;

/** An issued document as the register keeps it. */
record Document(DocumentId id, UnitId unit, Entry entry, Issue issue, About about, Copy copy) {

    /** Its place in the register and what it is called. */
    record Entry(String type, String series, int number, String symbol, String issuer, String title) {}

    /** When it is dated, when and by whom it was really issued. */
    record Issue(LocalDate on, Instant at, String by) {}

    /** The file as it went out and the template it was made from. */
    record Copy(UUID file, String sha256, long size, String template, int templateVersion) {}

    IssuedDocument issued() {
        return new IssuedDocument(id, entry.number(), entry.symbol(), entry.title(), issue.on());
    }

    String href() {
        return "/documents/" + id;
    }

    /** A file name every system accepts: 12-TB-HU.docx. */
    String fileName() {
        return entry.symbol().replace('/', '-') + ".docx";
    }
}
