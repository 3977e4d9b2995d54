package org.giaoban.identity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.giaoban.platform.FixedStatements;
import org.giaoban.platform.Together;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;

/** Notes when sessions were last used: those of two hundred phones in one statement, while nobody waits. */
@Repository
class SessionUses {

    private static final String USED = """
            update identity.session s set last_access_time = greatest(s.last_access_time, t.at),
                expiry_time = greatest(s.expiry_time, t.at + s.max_inactive_interval * 1000::bigint)
            from unnest(?::text[]::bpchar[], ?::bigint[]) as t (id, at) where s.session_id = t.id""";

    private record Use(String session, long at) {}

    private final FixedStatements statements;
    private final Together<Use, Boolean> uses = new Together<>("session-uses", Use::session, this::write);

    SessionUses(FixedStatements statements) {
        this.statements = statements;
    }

    void note(Session session) {
        uses.tell(new Use(session.getId(), session.getLastAccessedTime().toEpochMilli()));
    }

    private Map<Use, Supplier<Boolean>> write(List<Use> all) {
        statements.execute(
                USED,
                all.stream().map(Use::session).toArray(String[]::new),
                all.stream().map(Use::at).toArray(Long[]::new));
        return all.stream().collect(Collectors.toMap(Function.identity(), _ -> () -> true));
    }
}
