package org.giaoban.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.giaoban.identity.TokenRepository.Owned;
import org.giaoban.platform.Memory;
import org.springframework.stereotype.Component;

/** The tokens that programs come with, remembered until one is revoked or an account changes; unknown ones are asked for each time. */
@Component
class TokenMemory implements Memory {

    private static final int MOST = 10_000;

    private final TokenRepository repository;
    private final TokenNumber number;
    private final Cache<Question, Owned> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    TokenMemory(TokenRepository repository, TokenNumber number) {
        this.repository = repository;
        this.number = number;
    }

    private record Question(ByteBuffer hash, long number) {}

    Optional<Owned> byHash(byte[] hash) {
        var question = new Question(ByteBuffer.wrap(hash), number.get());
        var owned = known.getIfPresent(question);
        if (owned != null) {
            return Optional.of(owned);
        }
        var found = repository.byHash(hash);
        found.ifPresent(one -> known.put(question, one));
        return found;
    }

    /** Notes that the token was used. */
    void used(byte[] hash, Owned owned, Instant now) {
        repository.used(owned.token().limits().id(), now);
        known.put(new Question(ByteBuffer.wrap(hash), number.get()), owned.usedAt(now));
    }

    @Override
    public void forget() {
        known.invalidateAll();
    }
}
