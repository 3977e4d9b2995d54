package org.giaoban.organization;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;

/** Founds the units of a file, parents first, each in its own transaction; what is there already is left alone. */
@Service
class UnitImport {

    private final Organization organization;

    UnitImport(Organization organization) {
        this.organization = organization;
    }

    /** What an import did; {@code bad} are the lines it could not use, with the reason. */
    record Outcome(int founded, int known, Map<Long, String> bad) {}

    Outcome load(UnitFile file, IntConsumer progress) {
        var bad = new TreeMap<>(file.bad());
        var lines = tidy(file.lines(), bad);
        var ids = known(lines);
        var before = lines.stream().filter(line -> ids.containsKey(line.code())).count();
        var waiting = new HashMap<String, List<UnitLine>>();
        var ready = new ArrayDeque<UnitLine>();
        for (var line : lines) {
            if (ids.containsKey(line.code())) {
                continue;
            }
            if (line.parentCode().isEmpty() || ids.containsKey(line.parentCode())) {
                ready.add(line);
            } else {
                waiting.computeIfAbsent(line.parentCode(), code -> new ArrayList<>())
                        .add(line);
            }
        }
        var founded = found(ready, waiting, ids, bad, progress);
        waiting.values()
                .forEach(left -> left.forEach(line -> bad.putIfAbsent(
                        line.number(), Texts.text("organization.import.no-parent", line.parentCode()))));
        return new Outcome(founded, (int) before, bad);
    }

    private int found(
            ArrayDeque<UnitLine> ready,
            Map<String, List<UnitLine>> waiting,
            Map<String, UnitId> ids,
            Map<Long, String> bad,
            IntConsumer progress) {
        var founded = 0;
        while (!ready.isEmpty()) {
            var line = ready.remove();
            try {
                ids.put(line.code(), found(line, ids));
                progress.accept(++founded);
                ready.addAll(waiting.getOrDefault(line.code(), List.of()));
                waiting.remove(line.code());
            } catch (Refused refused) {
                bad.put(line.number(), refused.text());
            } catch (NotFound unknown) {
                bad.put(line.number(), Texts.text("organization.import.unknown-kind", line.kind()));
            }
        }
        return founded;
    }

    private UnitId found(UnitLine line, Map<String, UnitId> ids) {
        return organization.found(new NewUnit(
                line.code(), line.name(), line.shortName(), line.kind(), ids.get(line.parentCode()), line.valid(), ""));
    }

    /** The same faults a form would name, and codes that come twice in one file. */
    private static List<UnitLine> tidy(List<UnitLine> lines, Map<Long, String> bad) {
        var good = new ArrayList<UnitLine>();
        var seen = new HashSet<String>();
        for (var line : lines) {
            var faults = new Faults()
                    .code("code", line.code())
                    .required("name", line.name())
                    .atMost("name", line.name(), UnitForm.NAME)
                    .atMost("shortName", line.shortName(), UnitForm.SHORT_NAME)
                    .required("kind", line.kind());
            if (!seen.add(line.code())) {
                faults.add("code", Texts.text("organization.import.twice", line.code()));
            }
            if (faults.none()) {
                good.add(line);
            } else {
                bad.put(line.number(), String.join(" ", faults.byField().values()));
            }
        }
        return good;
    }

    private Map<String, UnitId> known(List<UnitLine> lines) {
        var codes = new HashSet<String>();
        lines.forEach(line -> codes.addAll(List.of(line.code(), line.parentCode())));
        return new HashMap<>(organization.codes(codes));
    }
}
