package org.giaoban.vault;

/** Keys were exchanged; told in the transaction that ends it. */
public record KeysRenewed(boolean master, int keys, int rows) {}
