package org.giaoban.reporting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.reporting.DraftMerge.Clash;
import org.giaoban.reporting.DraftRepository.Draft;
import org.giaoban.reporting.DraftRepository.Touch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is being typed, by field or by cell: what somebody else wrote in between is never overwritten unseen. */
@Service
@Transactional
class Typing {

    /** Something typed: where, what its author saw there before, and what stands there now. */
    record Change(String place, @Nullable String was, String is) {}

    /** Somebody was quicker at this place. */
    record Other(String place, String now, String by, String at) {}

    /** What came of many changes: when they were kept, clashes and refusals by the code of the unit. */
    record Taken(String at, int kept, Map<String, List<Other>> clashes, List<String> closed) {}

    private static final int MOST = 20_000;

    /** How the place of a count that is taken over begins. */
    static final String COUNT = "q.";

    private final ReturnStore store;
    private final ContentsRepository contents;
    private final Prefills prefills;
    private final Access access;
    private final Accounts accounts;
    private final CurrentViewer viewer;
    private final Clock clock;

    Typing(
            ReturnStore store,
            ContentsRepository contents,
            Prefills prefills,
            Access access,
            Accounts accounts,
            CurrentViewer viewer,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.prefills = prefills;
        this.access = access;
        this.accounts = accounts;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Fields of one return's form. */
    Taken fields(ReturnKey key, List<Change> changes) {
        return take(
                Map.of(key.unit().code(), key),
                Map.of(key.unit().code(), changes),
                (merge, unit, change) -> merge.field(change.place(), change.was(), change.is()));
    }

    /**
     * A whole form as it was posted, against what it showed when it was opened; without that it counts as a whole.
     * Nothing is kept of a return that is sent already.
     */
    Taken form(ReturnKey key, @Nullable Fields opened, Fields posted) {
        var before = opened == null
                ? store.returns()
                        .find(key)
                        .map(row ->
                                Objects.requireNonNull(standing(List.of(row)).get(row.id())))
                        .map(draft -> new Fields(draft.fields()))
                        .orElse(new Fields(Map.of()))
                : opened;
        var changes = Stream.concat(before.typed().keySet().stream(), posted.typed().keySet().stream())
                .distinct()
                .filter(name -> !before.get(name).equals(posted.get(name)))
                .map(name -> new Change(name, opened == null ? null : before.get(name), posted.get(name)))
                .toList();
        return fields(key, changes);
    }

    /** Puts a count of the system into a cell where nobody has typed; false when somebody has. */
    boolean counted(ReturnKey key, String indicator, Prefills.Count count) {
        access.require(Capability.REPORT_ENTER, key.unit().id());
        var row = store.returns().lock(key);
        var standing = Objects.requireNonNull(standing(List.of(row)).get(row.id()));
        var me = new Touch(viewer.get().account(), clock.instant());
        var merge = new DraftMerge(new Fields(standing.fields()), standing.touched(), me);
        if (row.state().received() || !merge.counted(indicator, count)) {
            return false;
        }
        store.drafts().keep(Map.of(row.id(), merge.draft()));
        return true;
    }

    /**
     * Cells of the grid: by the code of the unit, places are indicators, fields of reasons, or "q." and an indicator whose
     * count is taken over. A count that has changed meanwhile is kept as any other text.
     */
    Taken cells(GridReader.Asked asked, Map<String, ReturnKey> keys, Map<String, List<Change>> changes) {
        var counts = counts(asked, keys, changes);
        return take(keys, changes, (merge, unit, change) -> {
            String place = change.place().startsWith(COUNT) ? change.place().substring(COUNT.length()) : change.place();
            var indicator = asked.indicators().get(place);
            var count = counts.getOrDefault(unit, Map.of()).get(place);
            boolean counted = !place.equals(change.place())
                    && count != null
                    && count.typed().equals(change.is())
                    && merge.counted(place, count);
            if (indicator != null && !counted) {
                merge.cell(indicator, Objects.requireNonNullElse(change.was(), ""), change.is());
            } else if (place.startsWith("r.")) {
                merge.field(place, change.was(), change.is());
            }
        });
    }

    /** Counts of the units that want some of theirs taken over. */
    private Map<String, Map<String, Prefills.Count>> counts(
            GridReader.Asked asked, Map<String, ReturnKey> keys, Map<String, List<Change>> changes) {
        var wanting = new LinkedHashMap<String, ReturnKey>();
        changes.forEach((unit, list) -> Optional.ofNullable(keys.get(unit))
                .filter(key -> list.stream().anyMatch(one -> one.place().startsWith(COUNT)))
                .ifPresent(key -> wanting.put(unit, key)));
        var counts = wanting.isEmpty()
                ? Map.<UnitId, Map<String, Prefills.Count>>of()
                : prefills.of(asked.form(), asked.period(), wanting.values());
        var byCode = new LinkedHashMap<String, Map<String, Prefills.Count>>();
        wanting.forEach(
                (unit, key) -> byCode.put(unit, counts.getOrDefault(key.unit().id(), Map.of())));
        return byCode;
    }

    /** How a change is laid over a unit's draft. */
    private interface Laying {
        void lay(DraftMerge merge, String unit, Change change);
    }

    private Taken take(Map<String, ReturnKey> keys, Map<String, List<Change>> changes, Laying laying) {
        if (changes.values().stream().mapToInt(List::size).sum() > MOST) {
            throw new Refused("reporting.typing.many", MOST);
        }
        keys.values()
                .forEach(key ->
                        access.require(Capability.REPORT_ENTER, key.unit().id()));
        var rows = store.returns().lock(keys.values());
        var me = new Touch(viewer.get().account(), clock.instant());
        var drafts = new LinkedHashMap<ReturnId, Draft>();
        var clashes = new LinkedHashMap<String, List<Clash>>();
        var closed = new ArrayList<String>();
        var standing = standing(rows.values());
        rows.forEach((key, row) -> {
            String code = key.unit().code();
            if (row.state().received()) {
                closed.add(code);
                return;
            }
            var base = Objects.requireNonNull(standing.get(row.id()));
            var merge = new DraftMerge(new Fields(base.fields()), base.touched(), me);
            changes.getOrDefault(code, List.of()).forEach(change -> laying.lay(merge, code, change));
            if (merge.changed()) {
                drafts.put(row.id(), merge.draft());
            }
            if (!merge.clashes().isEmpty()) {
                clashes.put(code, merge.clashes());
            }
        });
        store.drafts().keep(drafts);
        return new Taken(Formats.time(me.at()), drafts.size(), named(clashes), closed);
    }

    /** What is typed so far in each: its draft, or its newest version. */
    private Map<ReturnId, Draft> standing(Collection<ReturnRow> rows) {
        var kept = store.drafts().find(rows.stream().map(ReturnRow::id).toList());
        var versions = contents.newest(rows.stream()
                .map(ReturnRow::id)
                .map(ReturnId::value)
                .filter(id -> !kept.containsKey(id))
                .toList());
        var standing = new LinkedHashMap<ReturnId, Draft>();
        for (var row : rows) {
            var id = row.id().value();
            var draft = kept.get(id);
            var content = versions.getOrDefault(id, Content.NOTHING);
            standing.put(
                    row.id(),
                    draft != null
                            ? draft
                            : new Draft(
                                    Fields.of(content).typed(),
                                    Map.of(),
                                    clock.instant(),
                                    viewer.get().account()));
        }
        return standing;
    }

    private Map<String, List<Other>> named(Map<String, List<Clash>> clashes) {
        var touches = clashes.values().stream()
                .flatMap(List::stream)
                .map(Clash::by)
                .filter(Objects::nonNull)
                .map(Touch::account)
                .distinct()
                .toList();
        var names = accounts.names(touches);
        var named = new LinkedHashMap<String, List<Other>>();
        clashes.forEach((code, list) -> named.put(
                code,
                list.stream()
                        .map(clash -> {
                            var by = clash.by();
                            return new Other(
                                    clash.place(),
                                    clash.now(),
                                    by == null ? "" : names.getOrDefault(by.account(), ""),
                                    by == null ? "" : Formats.time(by.at()));
                        })
                        .toList()));
        return named;
    }
}
