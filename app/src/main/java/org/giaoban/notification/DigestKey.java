package org.giaoban.notification;

import java.time.LocalDate;
import org.giaoban.kernel.AccountId;

/** The list of one person for one day: there is never a second one. */
record DigestKey(AccountId account, LocalDate day) {}
