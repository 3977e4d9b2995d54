package org.giaoban.access;

import java.util.UUID;
import org.giaoban.kernel.Uuid7;

/** Names one grant. */
public record GrantId(UUID value) {

    public static GrantId next() {
        return new GrantId(Uuid7.next());
    }
}
