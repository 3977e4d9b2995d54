package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** The catalogue as it would be with the rows of a file laid onto it, and what speaks against that. */
final class CatalogueDraft {

    private final Map<String, List<Indicator>> versions = new LinkedHashMap<>();
    private final List<Row> fresh = new ArrayList<>();
    private final List<Indicator> ended = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final LocalDate earliest;
    private int codes;
    private int same;

    /** {@code earliest} is the first day on which what exists may change. */
    CatalogueDraft(List<Indicator> there, LocalDate earliest) {
        this.earliest = earliest;
        there.forEach(line ->
                versions.computeIfAbsent(line.code(), code -> new ArrayList<>()).add(line));
    }

    /** A version of the file and the row it stands in. */
    record Row(int number, Indicator line) {}

    /** Names a line of the catalogue may use. */
    record Known(Set<String> groups, Set<String> reporters) {}

    /** A version that would be written, and the one before it. */
    record Change(@Nullable Indicator before, Indicator now) {}

    int codes() {
        return codes;
    }

    int same() {
        return same;
    }

    List<String> problems() {
        return problems;
    }

    List<Indicator> ended() {
        return ended;
    }

    /** The versions that are not there yet; an earlier one of the same file ends where the next begins. */
    List<Indicator> fresh() {
        return fresh.stream()
                .map(Row::line)
                .map(line -> versions.getOrDefault(line.code(), List.of()).stream()
                        .filter(each ->
                                each.edition().version() == line.edition().version())
                        .findFirst()
                        .orElse(line))
                .toList();
    }

    /** The versions that are not there yet, each beside the one it follows. */
    List<Change> changes() {
        return fresh().stream()
                .map(line -> new Change(before(line).orElse(null), line))
                .toList();
    }

    private Optional<Indicator> before(Indicator line) {
        return versions.getOrDefault(line.code(), List.of()).stream()
                .filter(each -> each.edition().version() == line.edition().version() - 1)
                .findFirst();
    }

    /** The lines that only get an end: nothing follows them. */
    List<Indicator> closing() {
        var followed = fresh().stream().map(Indicator::code).collect(Collectors.toSet());
        return ended.stream().filter(line -> !followed.contains(line.code())).toList();
    }

    void wrong(int row, String code, String text) {
        problems.add(Texts.text("indicators.import.problem", row, code, text));
    }

    private void wrong(Row row, String key, Object... arguments) {
        wrong(row.number(), row.line().code(), Texts.text(key, arguments));
    }

    void lay(Row row, Known known) {
        if (!well(row, known)) {
            return;
        }
        var line = row.line();
        var mine = versions.get(line.code());
        if (mine == null) {
            codes++;
            versions.put(line.code(), new ArrayList<>(List.of(line)));
            fresh.add(row);
            return;
        }
        mine.stream()
                .filter(each -> each.edition()
                        .valid()
                        .from()
                        .equals(line.edition().valid().from()))
                .findFirst()
                .ifPresentOrElse(there -> compare(row, there), () -> follow(row, mine));
    }

    /** What a row says by itself. */
    private boolean well(Row row, Known known) {
        var line = row.line();
        var before = problems.size();
        if (!line.code().matches("[A-Z]{2,6}[0-9]{2,4}")) {
            wrong(row, "indicators.edit.code-form");
        }
        if (!known.groups().contains(line.group())) {
            wrong(row, "indicators.import.group", line.group());
        }
        if (!known.reporters().contains(line.schedule().reporter())) {
            wrong(row, "indicators.import.reporter", line.schedule().reporter());
        }
        if (line.wording().nameVi().isEmpty() || line.wording().nameEn().isEmpty()) {
            wrong(row, "indicators.edit.name");
        }
        return problems.size() == before;
    }

    /** The row of a version that exists must say the same; only an end may be new. */
    private void compare(Row row, Indicator there) {
        var valid = row.line().edition().valid();
        var until = valid.until();
        var standing = there.edition().valid().until();
        var alike = CatalogueFile.row(there.as(there.id(), 1, valid)).equals(CatalogueFile.row(row.line()));
        if (alike && (until == null || until.equals(standing))) {
            same++;
        } else if (alike && standing == null && until != null && !until.isBefore(earliest)) {
            ended.add(there.as(there.id(), there.edition().version(), valid));
            same++;
        } else {
            wrong(row, "indicators.import.past");
        }
    }

    /** One more version after those there are. */
    private void follow(Row row, List<Indicator> mine) {
        var line = row.line();
        var latest = mine.getLast();
        var from = line.edition().valid().from();
        var known = latest.id() != 0;
        if (from.isBefore(latest.edition().valid().from()) || known && from.isBefore(earliest)) {
            wrong(row, "indicators.import.past");
        } else if (!latest.rule().addsUpLike(line.rule())) {
            wrong(row, "indicators.import.kind");
        } else {
            var valid = latest.edition().valid();
            var last = valid.until() == null || valid.until().isAfter(from) ? from : valid.until();
            var shut = latest.as(latest.id(), latest.edition().version(), new DateRange(valid.from(), last));
            if (known) {
                ended.add(shut);
            }
            mine.set(mine.size() - 1, shut);
            var next = line.as(
                    latest.id(), latest.edition().version() + 1, line.edition().valid());
            mine.add(next);
            fresh.add(new Row(row.number(), next));
        }
    }

    /** Holds every new formula against the catalogue of its first day. */
    void checkFormulas() {
        fresh.forEach(row -> new FormulaRules(on(row.line().edition().valid().from()))
                .wrong(row.line())
                .ifPresent(wrong -> wrong(row, "indicators.edit.formula", wrong.text())));
    }

    private List<Indicator> on(LocalDate day) {
        return versions.values().stream()
                .flatMap(List::stream)
                .filter(line -> line.edition().valid().contains(day))
                .toList();
    }
}
