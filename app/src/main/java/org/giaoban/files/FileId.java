package org.giaoban.files;

import java.util.UUID;
import org.giaoban.kernel.Uuid7;

/** Identity of one stored upload; two uploads of the same bytes have two ids. */
public record FileId(UUID value) {

    public static FileId next() {
        return new FileId(Uuid7.next());
    }
}
