package org.giaoban.access;

import java.util.Map;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;

/** A right was given or ended; told inside the transaction that did it. */
public record RightsChanged(GrantId grant, AccountId account, UnitId unit, String act, Map<String, String> details) {}
