package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.Indicator;
import org.giaoban.reporting.DraftRepository.Draft;
import org.giaoban.reporting.DraftRepository.Touch;
import org.jspecify.annotations.Nullable;

/**
 * Lays changes over one draft. A change says what its author saw before; where another text stands by now, that text
 * stays and the change comes back as a clash.
 */
final class DraftMerge {

    /** Somebody was quicker: what stands there now, and who wrote it. */
    record Clash(String place, String now, @Nullable Touch by) {}

    private static final int LONGEST = 20_000;

    private final Map<String, String> fields;
    private final Map<String, Touch> touched;
    private final Touch me;
    private final List<Clash> clashes = new ArrayList<>();
    private boolean changed;

    DraftMerge(Fields fields, Map<String, Touch> touched, Touch me) {
        this.fields = new HashMap<>(fields.typed());
        this.touched = new HashMap<>(touched);
        this.me = me;
    }

    /** One field of the form; nobody says what stood there when {@code was} is null, so the change goes through. */
    void field(String name, @Nullable String was, String is) {
        if (Fields.known(name) && passes(name, change(name, was, is), name)) {
            put(name, is);
        }
    }

    private Change change(String name, @Nullable String was, String is) {
        String now = fields.getOrDefault(name, "");
        return new Change(now, was == null ? now : was, is);
    }

    /** One cell of the grid: the figure with its mark, or both parts of a share. */
    void cell(Indicator indicator, String was, String is) {
        String code = indicator.code();
        var change = new Change(CellText.of(new Fields(fields), code), CellText.plain(was), CellText.plain(is));
        if (passes(code, change, "v." + code, "m." + code, "n." + code, "d." + code)) {
            CellText.read(is, indicator).forEach(this::put);
        }
    }

    /** A count of the system, with where it came from; false where somebody typed something of their own. */
    boolean counted(String code, Prefills.Count count) {
        var now = new Fields(fields);
        if (!CellText.of(now, code).isEmpty() && now.source(code) == null) {
            return false;
        }
        CellText.parts(count.typed(), code).forEach(this::put);
        fields.put("p." + code, count.written());
        return true;
    }

    private record Change(String now, String was, String is) {

        boolean done() {
            return now.strip().equals(is.strip());
        }

        boolean late() {
            return !now.strip().equals(was.strip());
        }
    }

    private boolean passes(String place, Change change, String... names) {
        if (change.done()) {
            return false;
        }
        if (change.late()) {
            clashes.add(new Clash(place, change.now(), latest(names)));
            return false;
        }
        return true;
    }

    private @Nullable Touch latest(String... names) {
        Touch latest = null;
        for (var name : names) {
            var touch = touched.get(name);
            if (touch != null && (latest == null || touch.at().isAfter(latest.at()))) {
                latest = touch;
            }
        }
        return latest;
    }

    private void put(String name, String typed) {
        String kept = typed.strip();
        if (kept.isEmpty()) {
            fields.remove(name);
        } else {
            fields.put(name, kept.length() <= LONGEST ? kept : kept.substring(0, LONGEST));
        }
        touched.put(name, me);
        changed = true;
    }

    boolean changed() {
        return changed;
    }

    List<Clash> clashes() {
        return List.copyOf(clashes);
    }

    Draft draft() {
        return new Draft(Map.copyOf(fields), Map.copyOf(touched), me.at(), me.account());
    }
}
