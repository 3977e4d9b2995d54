package org.giaoban.personaldata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Zone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the book of breaches. Each deed holds its row, so of two that decide at once the second is told. */
@Service
@Transactional
class Breaches {

    static final int PAGE = 50;

    private static final int SHORT = 200;

    private final BreachRepository repository;
    private final RequestRepository numbers;
    private final BreachOrders orders;
    private final Clocks clocks;
    private final RequestRights rights;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;

    Breaches(
            BreachRepository repository,
            RequestRepository numbers,
            BreachOrders orders,
            Clocks clocks,
            RequestRights rights,
            Access access,
            Audit audit,
            CurrentViewer viewer) {
        this.repository = repository;
        this.numbers = numbers;
        this.orders = orders;
        this.clocks = clocks;
        this.rights = rights;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
    }

    /** The clock runs from the moment it was found; the same form sent twice is one breach. */
    UUID register(UnitId unit, BreachForm form, Instant foundAt) {
        access.require(Capability.PERSONAL_DATA, unit);
        if (repository.find(form.id()).isPresent()) {
            return form.id();
        }
        var alarm = clocks.on(LocalDate.ofInstant(foundAt, Zone.ID)).breach();
        var due = alarm.report().until(foundAt, rights.calendar());
        var year = rights.today().getYear();
        var one = new Breach(
                form.id(),
                new Breach.Number(unit, year, numbers.number(unit, "BREACH", year)),
                new Breach.Told(form.title(), foundAt, due, form.happened(), form.kinds()),
                null,
                null,
                null,
                null);
        repository.insert(one, viewer.get());
        record(one, "found");
        orders.give(one, alarm.assess().until(foundAt, rights.calendar()));
        return one.id();
    }

    void assess(UUID id, BreachAct act) {
        var level = act.chosen().orElseThrow(() -> new Refused("personaldata.breach.refused.level"));
        var assessment = new Breach.Assessment(
                level,
                rights.now(),
                act.people(),
                Requests.said(act.consequences(), Requests.LONGEST),
                Requests.said(act.measures(), Requests.LONGEST));
        change(id, "assessed", one -> one.assessed(assessment));
    }

    void report(UUID id, String reference) {
        var report = new Breach.Report(rights.now(), Requests.said(reference, SHORT));
        change(id, "reported", one -> one.reported(report));
    }

    void tell(UUID id, String how) {
        var telling = new Breach.Telling(rights.now(), Requests.said(how, Requests.LONGEST_REASON));
        change(id, "told", one -> one.toldTo(telling));
    }

    void close(UUID id, String conclusion) {
        var ending = new Breach.Ending(rights.now(), Requests.said(conclusion, Requests.LONGEST));
        change(id, "closed", one -> one.closed(ending));
    }

    @Transactional(readOnly = true)
    Breach get(UUID id) {
        return repository.find(id).filter(this::handles).orElseThrow(() -> new NotFound(id));
    }

    /** The clocks of today. */
    Clocks.Alarm alarm() {
        return clocks.on(rights.today()).breach();
    }

    @Transactional(readOnly = true)
    boolean known(UUID id) {
        return repository.find(id).isPresent();
    }

    /** Whose clock runs, the most urgent first. */
    @Transactional(readOnly = true)
    List<Breach> running(int most) {
        return repository.running(access.scope(Capability.PERSONAL_DATA), most);
    }

    @Transactional(readOnly = true)
    Slice<Breach> page(int from) {
        var found = repository.in(access.scope(Capability.PERSONAL_DATA), from, PAGE + 1);
        return Slice.of(found, PAGE, one -> String.valueOf(from + PAGE));
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history(UUID id) {
        return audit.history(ref(id));
    }

    private void change(UUID id, String act, UnaryOperator<Breach> deed) {
        var one = repository.lock(id).filter(this::handles).orElseThrow(() -> new NotFound(id));
        repository.update(deed.apply(one));
        record(one, act);
    }

    private boolean handles(Breach one) {
        return access.allows(Capability.PERSONAL_DATA, one.unit());
    }

    private void record(Breach one, String act) {
        audit.record(
                "personaldata.breach-" + act,
                ref(one.id()),
                one.unit(),
                Map.of("number", one.number().text()));
    }

    private static ObjectRef ref(UUID id) {
        return new ObjectRef("breach", id);
    }
}
