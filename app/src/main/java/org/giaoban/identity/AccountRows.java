package org.giaoban.identity;

import static org.giaoban.identity.db.Tables.ACCOUNT;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.vault.Place;
import org.giaoban.vault.Purpose;
import org.giaoban.vault.Sealed;
import org.giaoban.vault.SealedTable;
import org.giaoban.vault.Vault;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** An account out of its row; its mail address is kept under seal. */
@Component
class AccountRows {

    private static final Purpose ADDRESS = new Purpose("account-mail");
    private static final String TABLE = "identity.account";
    private static final String COLUMN = "email";

    private final Vault vault;

    AccountRows(Vault vault) {
        this.vault = vault;
    }

    @Bean
    static SealedTable sealedAccounts() {
        return new SealedTable(TABLE, "id", ADDRESS, List.of(COLUMN), null);
    }

    SelectField<Account> account() {
        return row(
                        ACCOUNT.ID,
                        ACCOUNT.LOGIN,
                        ACCOUNT.NAME,
                        ACCOUNT.PERSON_ID,
                        ACCOUNT.EMAIL,
                        ACCOUNT.MUST_CHANGE_PASSWORD,
                        ACCOUNT.STAMP,
                        ACCOUNT.CREATED_AT,
                        ACCOUNT.DISABLED_AT,
                        ACCOUNT.LAST_SEEN_AT)
                .mapping(this::account);
    }

    private Account account(
            UUID id,
            String login,
            String name,
            @Nullable PersonId person,
            byte @Nullable [] email,
            boolean mustChangePassword,
            int stamp,
            Instant createdAt,
            @Nullable Instant disabledAt,
            @Nullable Instant lastSeenAt) {
        return new Account(
                new AccountId(id),
                login,
                name,
                person,
                email == null ? null : open(id, email),
                mustChangePassword,
                stamp,
                createdAt,
                disabledAt,
                lastSeenAt);
    }

    String open(UUID account, byte[] email) {
        return vault.open(ADDRESS, place(account), new Sealed(email));
    }

    byte @Nullable [] close(UUID account, @Nullable String email) {
        return email == null ? null : vault.seal(ADDRESS, place(account), email).bytes();
    }

    private static Place place(UUID account) {
        return new Place(TABLE, COLUMN, account);
    }
}
