package org.giaoban.disclosure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an agency makes public: one prepares it, another lets it out, and it can be taken back. */
@Service
@Transactional
class Disclosures {

    static final String OBJECT = "disclosure";

    private final ItemRepository items;
    private final Letting letting;
    private final Naming naming;
    private final ItemDoor door;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    Disclosures(
            ItemRepository items,
            Letting letting,
            Naming naming,
            ItemDoor door,
            Access access,
            Audit audit,
            CurrentViewer viewer,
            Clock clock) {
        this.items = items;
        this.letting = letting;
        this.naming = naming;
        this.door = door;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Begins a draft; refused where the same thing is public or prepared already. */
    UUID begin(Kind kind, UnitId unit, @Nullable UUID source, Facts facts) {
        access.require(Capability.ARTICLE_WRITE, unit);
        var id = Uuid7.next();
        var hands = new Item.Hands(List.of(), "", clock.instant(), null, null, null, "");
        var named = naming.named(unit, kind, facts);
        var item = new Item(id, unit, kind, source(kind, facts, source), named, null, hands, 1);
        try {
            items.insert(item, viewer.get(), clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new Refused("disclosure.refused.taken", kind.label());
        }
        audit.record("disclosure.prepared", object(id), unit, Map.of("kind", kind.name()));
        return id;
    }

    /** Writes the draft; what is public stays as it is until somebody lets the draft out. */
    void change(UUID id, int revision, Facts facts) {
        var item = writable(id);
        var kept =
                item.facts().with(naming.named(item.unit(), item.kind(), facts).values());
        var source = source(item.kind(), kept, item.source());
        try {
            if (!items.draft(id, revision, source, kept, viewer.get(), clock.instant())) {
                throw new Refused("disclosure.refused.stale");
            }
        } catch (DuplicateKeyException taken) {
            throw new Refused("disclosure.refused.taken", item.kind().label());
        }
        audit.record(
                "disclosure.changed",
                object(id),
                item.unit(),
                Map.of("kind", item.kind().name()));
    }

    private static @Nullable UUID source(Kind kind, Facts facts, @Nullable UUID source) {
        return kind == Kind.CONTACT ? facts.id("mandate") : source;
    }

    /** Lets the draft out as it stands in this revision; never by somebody who had a hand in it. */
    void release(UUID id, int revision, boolean promised) {
        var item = items.lock(id).filter(door::readable).orElseThrow(() -> new NotFound(id));
        access.require(Capability.ARTICLE_APPROVE, item.unit());
        if (!promised) {
            throw new Refused("disclosure.refused.promise");
        }
        if (item.hands().withdrawnAt() != null || item.draft() == null || item.revision() != revision) {
            throw new Refused("disclosure.refused.stale");
        }
        if (item.hands().drafters().contains(viewer.get().account().value())) {
            throw new Refused("disclosure.refused.own");
        }
        letting.out(item);
        audit.record(
                "disclosure.released",
                object(id),
                item.unit(),
                Map.of("kind", item.kind().name(), "title", item.title()));
    }

    /** Takes it off the site at once, by anybody who prepares or releases for the unit; the reason stays with it. */
    void withdraw(UUID id, String why) {
        var item = items.lock(id).filter(door::readable).orElseThrow(() -> new NotFound(id));
        if (item.hands().withdrawnAt() != null) {
            throw new Refused("disclosure.refused.withdrawn");
        }
        var reason = VietnameseText.nfc(why).strip();
        if (reason.isEmpty() || reason.length() > 300) {
            throw new Refused("disclosure.refused.why");
        }
        items.withdraw(id, reason, clock.instant());
        letting.told();
        audit.record("disclosure.withdrawn", object(id), item.unit(), Map.of("why", reason));
    }

    @Transactional(readOnly = true)
    Item get(UUID id) {
        return items.find(id).filter(door::readable).orElseThrow(() -> new NotFound(id));
    }

    /** Whether anything of the unit was ever prepared. */
    @Transactional(readOnly = true)
    boolean any(UnitId unit) {
        return items.any(unit);
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history(UUID id) {
        return audit.history(object(get(id).id()));
    }

    Item writable(UUID id) {
        var item = get(id);
        access.require(Capability.ARTICLE_WRITE, item.unit());
        if (item.hands().withdrawnAt() != null) {
            throw new Refused("disclosure.refused.withdrawn");
        }
        return item;
    }

    /** Whether the viewer may let it out as it stands. */
    @Transactional(readOnly = true)
    boolean releasable(Item item) {
        return item.draft() != null
                && item.hands().withdrawnAt() == null
                && access.allows(Capability.ARTICLE_APPROVE, item.unit())
                && !item.hands().drafters().contains(viewer.get().account().value());
    }

    static ObjectRef object(UUID id) {
        return new ObjectRef(OBJECT, id);
    }
}
