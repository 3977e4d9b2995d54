package org.giaoban.identity;

import java.util.UUID;
import org.giaoban.kernel.Uuid7;

/** Names one token of the API. */
public record TokenId(UUID value) {

    public static TokenId next() {
        return new TokenId(Uuid7.next());
    }
}
