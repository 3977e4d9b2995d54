package org.giaoban.personaldata;

import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.personal.DataSubject;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom data are about, as those see who answer for the data.
 *
 * @param account the open account through which the person is told; null when there is none
 * @param keeper the unit that answers
 * @param code empty for an account that belongs to nobody in the register
 */
record Holder(
        DataSubject subject,
        String name,
        String code,
        @Nullable AccountId account,
        UnitId keeper) {

    @Nullable
    PersonId person() {
        return subject.person();
    }

    /** What names the person in this module's tables: the person, or the account when there is none. */
    UUID key() {
        var person = subject.person();
        return person == null ? subject.accounts().iterator().next().value() : person.value();
    }
}
