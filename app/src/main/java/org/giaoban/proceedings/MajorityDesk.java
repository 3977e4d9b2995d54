package org.giaoban.proceedings;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the rules of majority: always by a new version from a day to come, for votes were counted by the old one. */
@Service
@Transactional
class MajorityDesk {

    private static final int LOOKED_AT = 200;

    private final MajorityRepository majorities;
    private final VoteRepository votes;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    MajorityDesk(MajorityRepository majorities, VoteRepository votes, Access access, Audit audit, Clock clock) {
        this.majorities = majorities;
        this.votes = votes;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a new version would change.
     *
     * @param before the rule it follows; null of a new rule
     * @param looked how many past votes were counted again
     * @param turned how many of them would have ended otherwise
     */
    record Effect(@Nullable Majority before, Majority after, int entitled, int present, int looked, int turned) {

        int neededBefore() {
            return before == null ? 0 : before.needed(entitled, present);
        }

        int neededAfter() {
            return after.needed(entitled, present);
        }
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    boolean edits() {
        return access.allowsAnywhere(Capability.CATALOGUE_EDIT);
    }

    /** Every version of every rule, the newest of each first. */
    @Transactional(readOnly = true)
    List<Majority> all() {
        return majorities.all();
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history() {
        return audit.history(object());
    }

    @Transactional(readOnly = true)
    Effect effect(Majority after, int entitled, int present) {
        var before = inForce(after.code(), after.from()).orElse(null);
        var counted = votes.counted(after.code(), LOOKED_AT);
        var turned = counted.stream()
                .filter(one -> one.carried() != (one.inFavour() >= after.needed(one.entitled(), one.present())))
                .count();
        return new Effect(before, after, entitled, present, counted.size(), (int) turned);
    }

    private Optional<Majority> inForce(String code, LocalDate day) {
        return majorities.on(day.minusDays(1)).stream()
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    /** False when a version from that day or later is there already. */
    boolean put(Majority rule) {
        if (!majorities.follow(rule)) {
            return false;
        }
        audit.record(
                "proceedings-majority",
                object(),
                null,
                Map.of(
                        "code",
                        rule.code(),
                        "share",
                        rule.share().words(),
                        "from",
                        rule.from().toString()));
        return true;
    }

    /** False when it ended before, or would end before it began. */
    boolean end(String code, LocalDate last) {
        var ended = majorities.end(code, last.plusDays(1));
        if (ended) {
            audit.record("proceedings-majority-ended", object(), null, Map.of("code", code, "last", last.toString()));
        }
        return ended;
    }

    private static ObjectRef object() {
        return new ObjectRef("majority", UUID.nameUUIDFromBytes("majorities".getBytes(StandardCharsets.UTF_8)));
    }
}
