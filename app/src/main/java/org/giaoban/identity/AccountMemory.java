package org.giaoban.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.Memory;
import org.springframework.stereotype.Component;

/** The accounts of those who are signed in, remembered until one opens other doors; when they were last seen may be old. */
@Component
class AccountMemory implements Memory {

    private static final int MOST = 20_000;

    private final AccountRepository repository;
    private final TokenNumber number;
    private final Cache<Question, Account> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    AccountMemory(AccountRepository repository, TokenNumber number) {
        this.repository = repository;
        this.number = number;
    }

    private record Question(AccountId id, long number) {}

    Optional<Account> find(AccountId id) {
        var question = new Question(id, number.get());
        var account = known.getIfPresent(question);
        if (account != null) {
            return Optional.of(account);
        }
        var found = repository.find(id);
        found.ifPresent(one -> known.put(question, one));
        return found;
    }

    @Override
    public void forget() {
        known.invalidateAll();
    }
}
