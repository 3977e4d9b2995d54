package org.giaoban.identity;

/** Acts of such weight that a session alone is not enough: rules with dates say how fresh a proof of its owner each needs. */
public enum Weight {
    GRANTS,
    ACCOUNTS,
    EXPORT,
    ERASURE,
    RECOVERY,
    FACTORS
}
