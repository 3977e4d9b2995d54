package org.giaoban.identity;

import static org.giaoban.identity.db.Tables.ACCOUNT;
import static org.giaoban.identity.db.Tables.API_TOKEN;
import static org.giaoban.identity.db.Tables.SESSION;
import static org.giaoban.platform.personal.PersonalTable.Fate.DELETE;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.personal.DataSubject;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.giaoban.platform.personal.StandIn;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Accounts, the programs they let in, and where they are signed in. An erased account is closed and opens with no password. */
@Repository
class AccountPersonalData implements PersonalDataSource {

    private final DSLContext db;
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Clock clock;

    AccountPersonalData(DSLContext db, AccountRepository accounts, Passwords passwords, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(SESSION, "account", DELETE)
                        .account(SESSION.PRINCIPAL_NAME)
                        .secret(SESSION.SESSION_ID, SESSION.PRIMARY_ID),
                PersonalTable.of(API_TOKEN, "account", KEEP)
                        .account(API_TOKEN.ACCOUNT_ID)
                        .when(API_TOKEN.CREATED_AT)
                        .saying(API_TOKEN.LABEL)
                        .secret(API_TOKEN.HASH),
                PersonalTable.of(ACCOUNT, "account", HIDE)
                        .person(ACCOUNT.PERSON_ID)
                        .account(ACCOUNT.ID)
                        .named(ACCOUNT.ID, ACCOUNT.NAME)
                        .clearing(ACCOUNT.EMAIL, null)
                        .when(ACCOUNT.CREATED_AT)
                        .saying(ACCOUNT.LOGIN, ACCOUNT.NAME)
                        .secret(ACCOUNT.PASSWORD_HASH, ACCOUNT.STAMP));
    }

    /** Mail addresses lie under seal. */
    @Override
    public List<String> words(PersonalTable table, DataSubject subject) {
        return table.table().equals(ACCOUNT)
                ? List.copyOf(accounts.emails(subject.accounts()).values())
                : List.of();
    }

    @Override
    public void erase(DataSubject subject, StandIn standIn) {
        var number = 0;
        for (var account : subject.accounts()) {
            db.update(ACCOUNT)
                    .set(ACCOUNT.LOGIN, standIn.login() + (number == 0 ? "" : "-" + number))
                    .set(ACCOUNT.PASSWORD_HASH, passwords.hash(UUID.randomUUID().toString()))
                    .where(ACCOUNT.ID.eq(account.value()))
                    .execute();
            accounts.close(account, clock.instant());
            revoke(account);
            number++;
        }
    }

    private void revoke(AccountId account) {
        db.update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, coalesce(API_TOKEN.REVOKED_AT, val(clock.instant())))
                .set(API_TOKEN.LABEL, PersonalTable.NOTHING)
                .where(API_TOKEN.ACCOUNT_ID.eq(account))
                .execute();
    }
}
