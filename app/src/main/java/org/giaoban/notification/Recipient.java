package org.giaoban.notification;

import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;

/** Who is told: an account, or a person, who is reached when they have one. */
public sealed interface Recipient {

    /** Somebody known by their account. */
    record Account(AccountId id) implements Recipient {}

    /** Somebody known by their name in the organisation. */
    record Person(PersonId id) implements Recipient {}
}
