package org.giaoban.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who did what, in the transaction that does it: no act without its line, no line without its act. */
@Service
@Transactional
public class Audit {

    /** The newest lines of an object that its page shows. */
    static final int HISTORY = 200;

    private final EntryRepository repository;
    private final EntryBuffer buffer;
    private final CurrentViewer viewer;
    private final Accounts accounts;
    private final Details details;
    private final Clock clock;

    Audit(
            EntryRepository repository,
            EntryBuffer buffer,
            CurrentViewer viewer,
            Accounts accounts,
            Details details,
            Clock clock) {
        this.repository = repository;
        this.buffer = buffer;
        this.viewer = viewer;
        this.accounts = accounts;
        this.details = details;
        this.clock = clock;
    }

    /** Records an act of the present viewer; {@code act} is the text key {@code audit.act.<act>}. */
    public void record(String act, ObjectRef object, @Nullable UnitId unit, Map<String, ?> particulars) {
        record(viewer.find().orElse(Viewer.SYSTEM), act, object, unit, particulars);
    }

    /** Records that a sensitive record is being read: before it is shown, and even if the reading then fails. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void read(ObjectRef object, @Nullable UnitId unit) {
        record("audit.read", object, unit, Map.of());
    }

    /** What happened to an object, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> history(ObjectRef object) {
        return named(repository.of(object, HISTORY));
    }

    void record(Viewer actor, String act, ObjectRef object, @Nullable UnitId unit, Map<String, ?> particulars) {
        // The database keeps microseconds; the hash must be over what will be read back.
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var told = details.write(withToken(actor, particulars));
        buffer.add(new Entry(Uuid7.next(), at, actor.account(), act, object, unit, told));
    }

    /** What a program does is its account's act, and the line says by which token. */
    private static Map<String, ?> withToken(Viewer actor, Map<String, ?> particulars) {
        var token = actor.token();
        if (token == null) {
            return particulars;
        }
        var all = new HashMap<String, Object>(particulars);
        all.put("token", token.shown());
        return all;
    }

    List<AuditEntry> named(List<Entry> entries) {
        var names = accounts.names(entries.stream().map(Entry::actor).distinct().toList());
        return entries.stream()
                .map(entry -> new AuditEntry(
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        names.getOrDefault(entry.actor(), entry.actor().value().toString()),
                        entry.act(),
                        entry.object(),
                        entry.unit(),
                        details.read(entry.details())))
                .toList();
    }
}
