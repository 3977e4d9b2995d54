package org.giaoban.indicators;

import java.util.UUID;

/** Where facts come from: kind "return" with the return's id, or "history" for an old ledger. {@code label} is shown when nobody knows more. */
public record FactSource(String kind, UUID id, String label) {}
