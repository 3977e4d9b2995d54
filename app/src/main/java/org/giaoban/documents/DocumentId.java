package org.giaoban.documents;

import java.util.UUID;
import org.giaoban.kernel.Uuid7;

/** The identity of an issued document. */
public record DocumentId(UUID value) {

    static DocumentId next() {
        return new DocumentId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
