package org.giaoban.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private static final String READ = "audit.read";

    private final EntryReader reader;
    private final EntryBuffer buffer;
    private final CurrentViewer viewer;
    private final Accounts accounts;
    private final Details details;
    private final Clock clock;

    Audit(
            EntryReader reader,
            EntryBuffer buffer,
            CurrentViewer viewer,
            Accounts accounts,
            Details details,
            Clock clock) {
        this.reader = reader;
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
        record(READ, object, unit, Map.of());
    }

    /** The same for many records at once, each with its unit; {@code particulars} say by which right and in what form. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void read(Map<ObjectRef, UnitId> objects, Map<String, ?> particulars) {
        objects.forEach((object, unit) -> record(READ, object, unit, particulars));
    }

    /** Who read these records, newest first; before a line of the page that was shown last. */
    @Transactional(readOnly = true)
    public List<AuditEntry> readings(Collection<ObjectRef> objects, @Nullable UUID before, int most) {
        return named(reader.acts(READ, objects, before, most));
    }

    /** What happened to an object, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> history(ObjectRef object) {
        return named(reader.of(object, HISTORY));
    }

    /** The same without the readings, of which there may be many more. */
    @Transactional(readOnly = true)
    public List<AuditEntry> changes(ObjectRef object) {
        return named(reader.changes(object, READ, HISTORY));
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
