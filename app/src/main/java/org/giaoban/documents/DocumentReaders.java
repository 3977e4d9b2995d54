package org.giaoban.documents;

import java.util.List;
import java.util.Optional;
import org.giaoban.access.Capability;
import org.giaoban.access.ReaderSource;
import org.springframework.stereotype.Component;

/** An issued document is read by those who read documents in its unit. */
@Component
class DocumentReaders implements ReaderSource {

    private final DocumentRepository documents;

    DocumentReaders(DocumentRepository documents) {
        this.documents = documents;
    }

    @Override
    public String kind() {
        return "document";
    }

    @Override
    public Optional<Readable> find(String id) {
        return ReaderSource.id(id)
                .flatMap(document -> documents.find(new DocumentId(document)))
                .map(document -> new Readable(
                        document.entry().symbol(),
                        document.href(),
                        document.unit(),
                        List.of(Capability.DOCUMENT_READ),
                        false));
    }
}
