package org.giaoban.factors;

import org.giaoban.identity.Weight;
import org.jspecify.annotations.Nullable;

/** A form of weight came without a fresh proof; it is shown again, hidden, beside the question. */
class ProofNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Weight weight;
    private final @Nullable String error;

    /** @param error what was wrong with the proof that came along, if one did */
    ProofNeeded(Weight weight, @Nullable String error) {
        super("a fresh proof is needed for " + weight, null, false, false);
        this.weight = weight;
        this.error = error;
    }

    Weight weight() {
        return weight;
    }

    @Nullable
    String error() {
        return error;
    }
}
