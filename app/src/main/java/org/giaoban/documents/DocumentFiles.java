package org.giaoban.documents;

import java.util.UUID;
import org.giaoban.files.FileGuard;
import org.springframework.stereotype.Component;

/** A document's file may be read by whoever may read the document. */
@Component
class DocumentFiles implements FileGuard {

    private final Documents documents;

    DocumentFiles(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String ownerKind() {
        return Documents.KIND;
    }

    @Override
    public boolean mayRead(UUID ownerId) {
        return documents.find(new DocumentId(ownerId)).isPresent();
    }
}
