package org.giaoban.identity;

import java.util.Map;
import org.giaoban.kernel.AccountId;

/** Something happened to an account or with it: opened, closed, signed in, another password; told inside the transaction. */
public record AccountChanged(AccountId account, String act, Map<String, String> details) {}
