package org.giaoban.identity;

import static org.giaoban.identity.db.Tables.ACCOUNT;

import java.util.Collection;
import java.util.List;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which accounts a person has and had, closed ones too; for those who answer for personal data. */
@Repository
@Transactional(readOnly = true)
public class AccountsOfPersons {

    private final DSLContext db;
    private final AccountRows rows;

    AccountsOfPersons(DSLContext db, AccountRows rows) {
        this.rows = rows;
        this.db = db;
    }

    public List<Account> all(PersonId person) {
        return db.select(rows.account())
                .from(ACCOUNT)
                .where(ACCOUNT.PERSON_ID.eq(person))
                .orderBy(ACCOUNT.CREATED_AT, ACCOUNT.ID)
                .fetch(Record1::value1);
    }

    /** Whether accounts besides these bear one of the names. */
    public boolean othersNamed(Collection<String> names, Collection<AccountId> besides) {
        return db.fetchExists(
                ACCOUNT,
                ACCOUNT.NAME
                        .in(names)
                        .and(ACCOUNT.ID.notIn(
                                besides.stream().map(AccountId::value).toList())));
    }
}
