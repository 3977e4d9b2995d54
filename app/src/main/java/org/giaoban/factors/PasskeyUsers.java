package org.giaoban.factors;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Accounts as authenticators know them: by the bytes of their id, which say nothing about anybody. */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private static final int BYTES = 2 * Long.BYTES;

    private final Accounts accounts;

    PasskeyUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    static Bytes handle(AccountId account) {
        return new Bytes(ByteBuffer.allocate(BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array());
    }

    static AccountId account(Bytes handle) {
        if (handle.getBytes().length != BYTES) {
            throw new IllegalArgumentException("not a handle of ours");
        }
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return find(account(id));
    }

    /** The name under which a session knows its account. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return find(AccountId.parse(name));
    }

    private @Nullable PublicKeyCredentialUserEntity find(AccountId id) {
        return accounts.viewer(id)
                .map(viewer -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(id))
                        .name(viewer.login())
                        .displayName(viewer.name())
                        .build())
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("accounts are opened elsewhere");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("accounts are closed elsewhere");
    }
}
