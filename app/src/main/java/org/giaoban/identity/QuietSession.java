package org.giaoban.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session that notes when it was last used to the minute only, and apart from what it holds, so that looking at a page writes nothing. */
final class QuietSession<S extends Session> implements Session {

    private static final Duration FINE_ENOUGH = Duration.ofMinutes(1);

    private final S session;
    private boolean changed;
    private boolean used;

    QuietSession(S session, boolean changed) {
        this.session = session;
        this.changed = changed;
    }

    S inner() {
        return session;
    }

    /** Whether there is anything to be written; afterwards there is not. */
    boolean takeChanged() {
        var before = changed;
        changed = false;
        return before;
    }

    /** Whether it should be noted that it was used; afterwards it is. */
    boolean takeUsed() {
        var before = used;
        used = false;
        return before;
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        if (Duration.between(session.getLastAccessedTime(), time).compareTo(FINE_ENOUGH) >= 0) {
            used = true;
            session.setLastAccessedTime(time);
        }
    }

    @Override
    public void setAttribute(String name, Object value) {
        changed = true;
        session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        changed = true;
        session.removeAttribute(name);
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return session.changeSessionId();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        changed = true;
        session.setMaxInactiveInterval(interval);
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }
}
