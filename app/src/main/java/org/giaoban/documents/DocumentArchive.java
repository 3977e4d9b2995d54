package org.giaoban.documents;

import java.time.Clock;
import java.util.Map;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.files.FileOwner;
import org.giaoban.files.Files;
import org.giaoban.files.Upload;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.VietnameseText;
import org.springframework.stereotype.Component;

/** Keeps the file of an issued document, its line in the register and the trace that it was issued. */
@Component
class DocumentArchive {

    /** Everything that is printed on the sheet that was numbered. */
    record Sheet(
            NewDocument paper,
            Register.Heading heading,
            String series,
            int number,
            String symbol,
            int templateVersion) {}

    private final DocumentRepository documents;
    private final Files files;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    DocumentArchive(DocumentRepository documents, Files files, Audit audit, CurrentViewer viewer, Clock clock) {
        this.documents = documents;
        this.files = files;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    Document keep(Sheet sheet, byte[] docx) {
        var id = DocumentId.next();
        var paper = sheet.paper();
        var name = sheet.symbol().replace('/', '-') + ".docx";
        var stored = files.store(Upload.of(name, docx), new FileOwner(Documents.KIND, id.value()), paper.issuer());
        var document = new Document(
                id,
                paper.issuer(),
                entry(sheet),
                new Document.Issue(paper.on(), clock.instant(), viewer.get().name()),
                paper.about(),
                new Document.Copy(
                        stored.id().value(),
                        stored.sha256(),
                        stored.size(),
                        paper.paper().template(),
                        sheet.templateVersion()));
        documents.insert(document, paper.onceKey());
        audit.record(
                "documents.issued",
                new ObjectRef(Documents.KIND, id.value()),
                paper.issuer(),
                Map.of("symbol", sheet.symbol(), "sha256", stored.sha256()));
        return document;
    }

    private static Document.Entry entry(Sheet sheet) {
        return new Document.Entry(
                sheet.heading().type().code(),
                sheet.series(),
                sheet.number(),
                sheet.symbol(),
                sheet.heading().letterhead().name(),
                VietnameseText.nfc(sheet.paper().title().strip()));
    }
}
