package org.giaoban.meetings;

/**
 * When a meeting of a kind may decide: a share of those invited or of the members entitled, more than it when strict.
 * Without a base every meeting may.
 */
public record QuorumRule(Base base, int numerator, int denominator, boolean strict) {

    /** Whom the share is taken of. */
    public enum Base {
        NONE,
        INVITED,
        MEMBERS
    }

    static final QuorumRule NONE = new QuorumRule(Base.NONE, 0, 1, false);

    /** How many of so many must take part. */
    public int needed(int entitled) {
        if (base == Base.NONE) {
            return 0;
        }
        var share = entitled * numerator;
        return strict ? share / denominator + 1 : (share + denominator - 1) / denominator;
    }

    public boolean reached(int taking, int entitled) {
        return taking >= needed(entitled);
    }
}
