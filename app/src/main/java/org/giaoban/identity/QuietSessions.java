package org.giaoban.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** The sessions in the database, read with one question and written only when there is something to write. */
final class QuietSessions<S extends Session> implements FindByIndexNameSessionRepository<QuietSession<S>> {

    private final FindByIndexNameSessionRepository<S> repository;
    private final SessionTransactions transactions;
    private final SessionUses uses;

    QuietSessions(FindByIndexNameSessionRepository<S> repository, SessionTransactions transactions, SessionUses uses) {
        this.repository = repository;
        this.transactions = transactions;
        this.uses = uses;
    }

    @Override
    public QuietSession<S> createSession() {
        return new QuietSession<>(repository.createSession(), true);
    }

    @Override
    public void save(QuietSession<S> session) {
        var used = session.takeUsed();
        if (session.takeChanged()) {
            repository.save(session.inner());
        } else if (used) {
            uses.note(session);
        }
    }

    @Override
    public @Nullable QuietSession<S> findById(String id) {
        var found = transactions.reading(() -> repository.findById(id));
        return found == null ? null : new QuietSession<>(found, false);
    }

    @Override
    public void deleteById(String id) {
        repository.deleteById(id);
    }

    @Override
    public Map<String, QuietSession<S>> findByIndexNameAndIndexValue(String name, String value) {
        var found = new LinkedHashMap<String, QuietSession<S>>();
        repository
                .findByIndexNameAndIndexValue(name, value)
                .forEach((id, session) -> found.put(id, new QuietSession<>(session, false)));
        return found;
    }
}
