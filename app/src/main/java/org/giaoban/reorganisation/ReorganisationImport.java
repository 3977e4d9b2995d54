package org.giaoban.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.ReorganisationTable;
import org.giaoban.organization.ReorganisationTable.Row;
import org.giaoban.organization.Succession;
import org.giaoban.organization.Successions;
import org.giaoban.organization.Unit;
import org.giaoban.organization.UnitKind;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out a table of the reorganisation: founds the tree before where it is absent, then one plan, executed at once. */
@Service
class ReorganisationImport {

    private final OldUnits oldUnits;
    private final Plans plans;
    private final Rehearsals rehearsals;
    private final Execution execution;
    private final Organization organization;
    private final Successions successions;
    private final TransactionTemplate reading;

    ReorganisationImport(
            OldUnits oldUnits,
            Plans plans,
            Rehearsals rehearsals,
            Execution execution,
            Organization organization,
            Successions successions,
            PlatformTransactionManager transactions) {
        this.oldUnits = oldUnits;
        this.plans = plans;
        this.rehearsals = rehearsals;
        this.execution = execution;
        this.organization = organization;
        this.successions = successions;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** What the import is to do; {@code from} is the first day of a tree before that has to be founded. */
    record Order(ReorganisationTable table, Terms terms, LocalDate from) {}

    /** What it did; {@code bad} are lines it could not use, {@code open} conflicts that stopped it. */
    record Outcome(int founded, int events, int known, Map<Long, String> bad, List<Open> open, List<Count> counts) {

        boolean fine() {
            return bad.isEmpty() && open.isEmpty();
        }
    }

    /** How many units of a kind stand in the provinces of the table before and after. */
    record Count(String kind, int before, int after) {}

    Outcome run(Order order, Consumer<String> progress) {
        var bad = new TreeMap<>(order.table().bad());
        progress.accept(
                Texts.text("reorganisation.import.read", order.table().rows().size()));
        var founded = oldUnits.found(order, progress);
        var rows = read(() -> remaining(order, bad));
        var known = order.table().rows().size() - rows.size();
        List<Open> open = new ArrayList<>();
        var events = 0;
        if (!rows.isEmpty() && bad.isEmpty()) {
            events = carryOut(order, rows, open, progress);
        }
        return new Outcome(founded, events, known, bad, open, read(() -> counts(order)));
    }

    /** One transaction for thousands of questions about the tree. */
    private <T> T read(Supplier<T> question) {
        return Objects.requireNonNull(reading.execute(status -> question.get()));
    }

    private int carryOut(Order order, List<Row> rows, List<Open> open, Consumer<String> progress) {
        var table = new TableEvents(rows);
        var events = table.events(read(() -> emptied(rows, order.terms().day())));
        progress.accept(Texts.text("reorganisation.import.plan", events.size()));
        var id = plans.draft(order.terms());
        plans.addAll(id, events);
        var rehearsal = rehearsals.of(id);
        rehearsal.conflicts().stream().filter(Open::open).forEach(open::add);
        if (!open.isEmpty()) {
            plans.discard(id);
            return 0;
        }
        execution.execute(id, rehearsal.plan().version(), progress);
        return events.size();
    }

    /** Rows not carried out yet; a commune that ended otherwise than the table says is named. */
    private List<Row> remaining(Order order, Map<Long, String> bad) {
        var wanted = new TableEvents(order.table().rows()).successors();
        var ids = organization.codes(wanted.keySet());
        var done = new HashSet<String>();
        var other = new HashSet<String>();
        ids.forEach((code, id) -> {
            var into = codes(successions.of(id));
            if (!into.isEmpty()) {
                (into.equals(Set.copyOf(wanted.getOrDefault(code, List.of()))) ? done : other).add(code);
            }
        });
        var rows = new ArrayList<Row>();
        for (var row : order.table().rows()) {
            if (other.contains(row.oldCommune().code())) {
                bad.put(
                        row.line(),
                        Texts.text(
                                "reorganisation.import.otherwise",
                                row.oldCommune().name()));
            } else if (!done.contains(row.oldCommune().code())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Set<String> codes(List<Succession> steps) {
        return steps.stream()
                .flatMap(step -> organization.versions(step.to()).stream().limit(1))
                .map(Unit::code)
                .collect(Collectors.toSet());
    }

    /** Districts that have no commune left but those of the table. */
    private Set<String> emptied(List<Row> rows, LocalDate day) {
        var leaving = rows.stream().map(row -> row.oldCommune().code()).collect(Collectors.toSet());
        var districts = rows.stream().map(row -> row.oldDistrict().code()).collect(Collectors.toSet());
        var emptied = new java.util.TreeSet<String>();
        organization.codes(districts).forEach((code, id) -> {
            var standing = organization.find(id, day).isPresent();
            if (standing && organization.children(id, day).stream().allMatch(child -> leaving.contains(child.code()))) {
                emptied.add(code);
            }
        });
        return emptied;
    }

    private List<Count> counts(Order order) {
        var day = order.terms().day();
        var tops = new HashSet<UnitId>();
        for (var row : order.table().rows()) {
            organization.byCode(row.oldProvince().code()).ifPresent(tops::add);
            organization.byCode(row.newProvince().code()).ifPresent(tops::add);
        }
        var counts = new LinkedHashMap<String, int[]>();
        tops.forEach(top -> {
            organization.subtree(top, day.minusDays(1)).forEach(unit -> count(counts, unit)[0]++);
            organization.subtree(top, day).forEach(unit -> count(counts, unit)[1]++);
        });
        var kinds = organization.kindRules(day).kinds();
        return counts.entrySet().stream()
                .sorted(java.util.Comparator.comparing(entry -> rank(kinds, entry.getKey())))
                .map(entry ->
                        new Count(organization.kind(entry.getKey()).name(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
    }

    private static short rank(Map<String, UnitKind> kinds, String kind) {
        return Objects.requireNonNull(kinds.get(kind)).rank();
    }

    private static int[] count(Map<String, int[]> counts, Unit unit) {
        return counts.computeIfAbsent(unit.kind(), kind -> new int[2]);
    }
}
