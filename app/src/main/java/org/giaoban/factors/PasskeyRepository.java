package org.giaoban.factors;

import static org.giaoban.factors.db.Tables.PASSKEY;
import static org.jooq.impl.DSL.row;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The passkeys of accounts: public keys only, there is nothing secret in them. */
@Repository
class PasskeyRepository implements UserCredentialRepository {

    /** Nobody carries more of them. */
    static final int MOST = 20;

    private final DSLContext db;
    private final Clock clock;

    PasskeyRepository(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A passkey as its owner knows it. */
    public record Passkey(
            UUID id, String label, Instant madeAt, @Nullable Instant usedAt) {}

    List<Passkey> of(AccountId account) {
        SelectField<Passkey> aPasskey =
                row(PASSKEY.ID, PASSKEY.LABEL, PASSKEY.MADE_AT, PASSKEY.USED_AT).mapping(Passkey::new);
        return db.select(aPasskey)
                .from(PASSKEY)
                .where(PASSKEY.ACCOUNT_ID.eq(account))
                .orderBy(PASSKEY.MADE_AT)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    boolean remove(AccountId account, UUID id) {
        return db.deleteFrom(PASSKEY)
                        .where(PASSKEY.ID.eq(id), PASSKEY.ACCOUNT_ID.eq(account))
                        .execute()
                == 1;
    }

    void clear(AccountId account) {
        db.deleteFrom(PASSKEY).where(PASSKEY.ACCOUNT_ID.eq(account)).execute();
    }

    @Override
    public void delete(Bytes credentialId) {
        db.deleteFrom(PASSKEY)
                .where(PASSKEY.CREDENTIAL.eq(credentialId.getBytes()))
                .execute();
    }

    /** A new one, or the next use of a known one: its count of signatures and the moment. */
    @Override
    public void save(CredentialRecord record) {
        db.insertInto(PASSKEY)
                .set(PASSKEY.ID, Uuid7.next())
                .set(PASSKEY.ACCOUNT_ID, PasskeyUsers.account(record.getUserEntityUserId()))
                .set(PASSKEY.CREDENTIAL, record.getCredentialId().getBytes())
                .set(PASSKEY.LABEL, record.getLabel())
                .set(PASSKEY.PUBLIC_KEY, record.getPublicKey().getBytes())
                .set(
                        PASSKEY.ATTESTATION,
                        Optional.ofNullable(record.getAttestationObject())
                                .map(Bytes::getBytes)
                                .orElseThrow())
                .set(PASSKEY.SIGNATURES, record.getSignatureCount())
                .set(PASSKEY.VERIFIED, record.isUvInitialized())
                .set(PASSKEY.BACKUP_ELIGIBLE, record.isBackupEligible())
                .set(PASSKEY.BACKED_UP, record.isBackupState())
                .set(PASSKEY.TRANSPORTS, transports(record))
                .set(PASSKEY.MADE_AT, clock.instant())
                .onConflict(PASSKEY.CREDENTIAL)
                .doUpdate()
                .set(PASSKEY.SIGNATURES, record.getSignatureCount())
                .set(PASSKEY.BACKED_UP, record.isBackupState())
                .set(PASSKEY.USED_AT, clock.instant())
                .execute();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return find(PASSKEY.CREDENTIAL.eq(credentialId.getBytes())).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return find(PASSKEY.ACCOUNT_ID.eq(PasskeyUsers.account(userId)));
    }

    private List<CredentialRecord> find(Condition which) {
        return db.selectFrom(PASSKEY)
                .where(which)
                .orderBy(PASSKEY.MADE_AT)
                .limit(MOST)
                .fetch(PasskeyRepository::read);
    }

    private static CredentialRecord read(Record row) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.get(PASSKEY.CREDENTIAL)))
                .userEntityUserId(PasskeyUsers.handle(row.get(PASSKEY.ACCOUNT_ID)))
                .publicKey(new ImmutablePublicKeyCose(row.get(PASSKEY.PUBLIC_KEY)))
                .attestationObject(new Bytes(row.get(PASSKEY.ATTESTATION)))
                .signatureCount(row.get(PASSKEY.SIGNATURES))
                .uvInitialized(row.get(PASSKEY.VERIFIED))
                .backupEligible(row.get(PASSKEY.BACKUP_ELIGIBLE))
                .backupState(row.get(PASSKEY.BACKED_UP))
                .transports(transports(row.get(PASSKEY.TRANSPORTS)))
                .label(row.get(PASSKEY.LABEL))
                .created(row.get(PASSKEY.MADE_AT))
                .build();
    }

    private static String transports(CredentialRecord record) {
        return record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Set<AuthenticatorTransport> transports(String kept) {
        var transports = new HashSet<AuthenticatorTransport>();
        Arrays.stream(kept.split(","))
                .filter(one -> !one.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .forEach(transports::add);
        return transports;
    }
}
