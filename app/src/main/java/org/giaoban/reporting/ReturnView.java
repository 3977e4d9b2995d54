package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.giaoban.indicators.FigureText;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.ReturnDesk.Laid;
import org.giaoban.reporting.ReturnPage.Group;
import org.giaoban.reporting.ReturnPage.Head;
import org.giaoban.reporting.ReturnPage.Line;
import org.giaoban.reporting.ReturnPage.Notes;
import org.giaoban.reporting.ReturnPage.Remark;
import org.giaoban.reporting.ReturnPage.Rights;
import org.giaoban.reporting.ReturnPage.Row;
import org.giaoban.reporting.ReturnPage.Section;
import org.giaoban.reporting.ReturnPage.Typed;
import org.giaoban.reporting.ReturnPage.Words;
import org.jspecify.annotations.Nullable;

/** Puts a laid-out return into the words of its page. */
final class ReturnView {

    private final Laid laid;
    private final Rights rights;
    private final StateLine state;

    private ReturnView(Laid laid, Rights rights, StateLine state) {
        this.laid = laid;
        this.rights = rights;
        this.state = state;
    }

    static ReturnPage of(Laid laid, Rights rights, StateLine state) {
        return new ReturnView(laid, rights, state).page();
    }

    private ReturnPage page() {
        return new ReturnPage(
                head(), groups(), sections(), requests(), laid.key().form().addressees(), marks(), notes());
    }

    private Head head() {
        var key = laid.key();
        return new Head(
                key.href(),
                PeriodName.title(key.period()),
                key.unit().name(),
                key.form().name().text(),
                state.of(laid),
                Formats.date(key.dueOn()),
                laid.row().map(ReturnRow::version).orElse(0),
                rights);
    }

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        var missing = Set.copyOf(laid.examined().missing());
        for (var group : laid.key().form().groups()) {
            var lines = group.indicators().stream()
                    .map(laid.indicators()::get)
                    .filter(Objects::nonNull)
                    .map(this::line)
                    .toList();
            var open =
                    lines.stream().filter(line -> missing.contains(line.words().code()));
            groups.add(new Group(groups.size() + 1, group.name().text(), lines, lines.size() - (int) open.count(), (int)
                    lines.stream().filter(ReturnView::faulty).count()));
        }
        return groups;
    }

    private static boolean faulty(Line line) {
        return line.remarks().stream().anyMatch(remark -> !remark.tone().equals("note"));
    }

    private Line line(Indicator indicator) {
        String code = indicator.code();
        boolean english = Texts.language().equals("en");
        String definition = english
                ? indicator.wording().definitionEn()
                : indicator.wording().definitionVi();
        var words = new Words(
                code,
                indicator.name(),
                indicator.unitOfMeasure(),
                definition == null ? "" : definition,
                indicator.type() == Indicator.Type.PERCENT,
                Figures.href(laid.key().unit().code(), code, laid.key().period()));
        var before = laid.before().get(code);
        var fields = laid.fields();
        var typed = new Typed(
                fields.get("v." + code),
                fields.get("m." + code),
                fields.get("n." + code),
                fields.get("d." + code),
                fields.get("r." + code),
                share(indicator));
        String last = before == null ? "–" : FigureText.of(indicator, before);
        return new Line(words, last, typed, remarks(code));
    }

    /** What the parts come to, shown beside them. */
    private String share(Indicator indicator) {
        var entry = laid.reading().content().values().get(indicator.code());
        return entry == null || !indicator.rate() ? "" : FigureText.of(indicator, entry.figure());
    }

    private List<Remark> remarks(@Nullable String code) {
        return laid.examined().findings().stream()
                .filter(found -> java.util.Objects.equals(found.indicator(), code))
                .map(found -> new Remark(tone(found.severity()), found.sentence()))
                .toList();
    }

    private static String tone(Severity severity) {
        return switch (severity) {
            case BLOCKING -> "error";
            case REASON -> "warn";
            case NOTE -> "note";
        };
    }

    private List<Section> sections() {
        return laid.key().form().sections().stream()
                .map(section -> new Section(
                        section.code(),
                        section.name().text(),
                        section.help().text(),
                        laid.fields().get("s." + section.code())))
                .toList();
    }

    private List<Row> requests() {
        return IntStream.rangeClosed(1, Form.REQUESTS)
                .mapToObj(row -> new Row(
                        row, laid.fields().get("k." + row), laid.fields().get("a." + row)))
                .toList();
    }

    private static Map<String, String> marks() {
        var marks = new LinkedHashMap<String, String>();
        for (var mark : Mark.values()) {
            marks.put(mark.name(), mark == Mark.EXACT ? "" : mark.word());
        }
        return marks;
    }

    private Notes notes() {
        var errors = new LinkedHashMap<String, String>();
        for (var found : laid.examined().findings()) {
            if (found.severity() == Severity.BLOCKING && found.indicator() != null) {
                errors.putIfAbsent("v." + found.indicator(), found.indicator() + ": " + found.sentence());
            }
        }
        boolean begun = !laid.reading().content().empty();
        List<String> missing = begun
                ? laid.examined().missing().stream()
                        .map(code -> code + " "
                                + Objects.requireNonNull(laid.indicators().get(code))
                                        .name())
                        .toList()
                : List.of();
        var draft = laid.draft().map(kept -> Formats.dateTime(kept.savedAt())).orElse(null);
        return new Notes(errors, missing, new ArrayList<>(remarks(null)), draft);
    }
}
