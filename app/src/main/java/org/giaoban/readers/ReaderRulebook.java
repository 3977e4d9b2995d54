package org.giaoban.readers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules in force, those to come, and how the office sets others from a day on. */
@Service
@Transactional
class ReaderRulebook {

    private static final UUID BOOK = UUID.nameUUIDFromBytes(new byte[] {'r', 'u', 'l', 'e', 's'});

    private final RuleRepository repository;
    private final Remembered<List<ReaderRules>> rules;
    private final Audit audit;
    private final Clock clock;

    ReaderRulebook(RuleRepository repository, Stamps stamps, Audit audit, Clock clock) {
        this.repository = repository;
        this.rules = stamps.remembered("readers.rules", repository::all);
        this.audit = audit;
        this.clock = clock;
    }

    /** What is there already stays unwritten. */
    void load(List<ReaderRules> sets) {
        var known = rules.get();
        var fresh = sets.stream().filter(set -> !known.contains(set)).toList();
        fresh.forEach(repository::load);
        rules.renewIfWritten(fresh.size());
    }

    /** The newest that has begun; the first set where none has. */
    @Transactional(readOnly = true)
    public ReaderRules today() {
        var day = LocalDate.now(clock);
        var all = rules.get();
        return all.stream()
                .filter(set -> !set.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> all.isEmpty() ? new ReaderRules(LocalDate.EPOCH, Map.of()) : all.getFirst());
    }

    /** Every set, the latest first. */
    @Transactional(readOnly = true)
    public List<ReaderRules> all() {
        return rules.get().reversed();
    }

    /** Whether the office made a set from that day, which may be taken back until it begins. */
    @Transactional(readOnly = true)
    public boolean droppable(LocalDate from) {
        return from.isAfter(LocalDate.now(clock)) && repository.own(from);
    }

    /** From a day that has not passed on; one set begins on a day, and one of the office may be made anew until it begins. */
    void set(ReaderRules wanted) {
        var today = LocalDate.now(clock);
        if (wanted.from().isBefore(today)) {
            throw new Refused("readers.rule.past");
        }
        if (wanted.from().isAfter(today) && repository.own(wanted.from())) {
            repository.drop(wanted.from());
        }
        if (!repository.insert(wanted, true)) {
            throw new Refused("readers.rule.taken");
        }
        told("readers.rules-set", wanted.from());
    }

    /** Only a set of the office that has not begun yet. */
    void drop(LocalDate from) {
        if (!droppable(from) || !repository.drop(from)) {
            throw new Refused("readers.rule.begun");
        }
        told("readers.rules-dropped", from);
    }

    private void told(String act, LocalDate from) {
        rules.renew();
        audit.record(act, new ObjectRef("reader-rules", BOOK), null, Map.of("from", from.toString()));
    }
}
