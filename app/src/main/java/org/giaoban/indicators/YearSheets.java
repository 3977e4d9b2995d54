package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.giaoban.indicators.Sheet.Amount;
import org.giaoban.indicators.Sheet.Entry;
import org.jspecify.annotations.Nullable;

/** Everything one unit said for the stored periods of one year, each sheet with its stamp. */
record YearSheets(Map<Integer, Stamped> byPeriod) {

    static final YearSheets NONE = new YearSheets(Map.of());

    private static final int VALUE = 1;
    private static final int PARTS = 2;
    private static final int CHANGED = 4;
    private static final int QUALIFIED = 8;
    private static final int ABSENT = 16;
    private static final int ACCEPTED = 32;

    /** A sheet in one of its states. */
    record Stamped(long stamp, Sheet sheet) {}

    @Nullable
    Sheet sheet(int period) {
        var found = byPeriod.get(period);
        return found == null ? null : found.sheet();
    }

    /** The periods whose sheets differ. */
    Set<Integer> changedTo(YearSheets other) {
        var changed = new HashSet<>(byPeriod.keySet());
        changed.addAll(other.byPeriod.keySet());
        changed.removeIf(period -> stamp(period) == other.stamp(period));
        return changed;
    }

    /** 0 for what it never said anything for. */
    long stamp(int period) {
        var found = byPeriod.get(period);
        return found == null ? 0 : found.stamp();
    }

    PackedWriter packed() {
        var out = new PackedWriter();
        for (var entry : new TreeMap<>(byPeriod).entrySet()) {
            out.number(entry.getKey());
            out.number(entry.getValue().stamp());
            write(out, entry.getValue().sheet());
        }
        return out;
    }

    private static void write(PackedWriter out, Sheet sheet) {
        out.number(sheet.size());
        for (var at = 0; at < sheet.size(); at++) {
            var entry = sheet.entry(at);
            var amount = entry.amount();
            var marks = (amount == null ? 0 : VALUE)
                    | (amount == null || amount.denominator() == null ? 0 : PARTS)
                    | (entry.version() == 1 ? 0 : CHANGED)
                    | (entry.qualifier() == 0 ? 0 : QUALIFIED)
                    | (entry.absence() == 0 ? 0 : ABSENT)
                    | (entry.accepted() ? ACCEPTED : 0);
            out.number(entry.indicator());
            out.number(marks);
            write(out, entry, marks);
        }
    }

    private static void write(PackedWriter out, Entry entry, int marks) {
        var amount = entry.amount();
        if (amount != null) {
            out.decimal(amount.value());
            if (amount.numerator() != null && amount.denominator() != null) {
                out.decimal(amount.numerator());
                out.decimal(amount.denominator());
            }
        }
        if ((marks & CHANGED) != 0) {
            out.number(entry.version());
        }
        if ((marks & QUALIFIED) != 0) {
            out.number(entry.qualifier());
        }
        if ((marks & ABSENT) != 0) {
            out.number(entry.absence());
        }
    }

    static YearSheets read(byte[] bytes) {
        var in = new PackedReader(bytes);
        var byPeriod = new TreeMap<Integer, Stamped>();
        while (in.more()) {
            var period = (int) in.number();
            var stamp = in.number();
            byPeriod.put(period, new Stamped(stamp, sheet(in)));
        }
        return new YearSheets(byPeriod);
    }

    /** Only these periods and indicators; everything else is read past. */
    static Map<Integer, Sheet> read(byte[] bytes, Set<Integer> periods, BitSet indicators) {
        var in = new PackedReader(bytes);
        var byPeriod = new HashMap<Integer, Sheet>();
        while (in.more()) {
            var period = (int) in.number();
            in.number();
            if (periods.contains(period)) {
                byPeriod.put(period, sheet(in, indicators));
            } else {
                pass(in);
            }
        }
        return byPeriod;
    }

    private static void pass(PackedReader in) {
        for (var left = (int) in.number(); left > 0; left--) {
            in.number();
            passEntry(in, (int) in.number());
        }
    }

    private static void passEntry(PackedReader in, int marks) {
        var decimals = (marks & VALUE) == 0 ? 0 : (marks & PARTS) == 0 ? 1 : 3;
        for (var left = decimals; left > 0; left--) {
            in.passDecimal();
        }
        for (var left = Integer.bitCount(marks & (CHANGED | QUALIFIED | ABSENT)); left > 0; left--) {
            in.number();
        }
    }

    private static Sheet sheet(PackedReader in, BitSet indicators) {
        var size = (int) in.number();
        var entries = new ArrayList<Entry>(size);
        for (var number = 0; number < size; number++) {
            var indicator = (short) in.number();
            var marks = (int) in.number();
            if (indicators.get(indicator)) {
                entries.add(entry(in, indicator, marks));
            } else {
                passEntry(in, marks);
            }
        }
        return new Sheet(entries);
    }

    private static Sheet sheet(PackedReader in) {
        var size = (int) in.number();
        var entries = new ArrayList<Entry>(size);
        for (var number = 0; number < size; number++) {
            var indicator = (short) in.number();
            var marks = (int) in.number();
            entries.add(entry(in, indicator, marks));
        }
        return new Sheet(entries);
    }

    private static Entry entry(PackedReader in, short indicator, int marks) {
        var amount = (marks & VALUE) == 0 ? null : amount(in, marks);
        return new Entry(
                indicator,
                (marks & CHANGED) == 0 ? 1 : (int) in.number(),
                amount,
                (marks & QUALIFIED) == 0 ? 0 : (int) in.number(),
                (marks & ABSENT) == 0 ? 0 : (int) in.number(),
                (marks & ACCEPTED) != 0);
    }

    private static Amount amount(PackedReader in, int marks) {
        var value = in.decimal();
        return (marks & PARTS) == 0 ? new Amount(value, null, null) : new Amount(value, in.decimal(), in.decimal());
    }
}
