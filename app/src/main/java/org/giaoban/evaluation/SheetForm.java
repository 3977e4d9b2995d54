package org.giaoban.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.giaoban.evaluation.Sheet.Line;
import org.giaoban.evaluation.Sheet.Step;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.platform.Texts;
import org.springframework.util.MultiValueMap;

/**
 * A new version as typed over an old one: points of lines, steps of measures, bands, the document it rests on.
 *
 * @param values points "max.line", steps "steps.line" as in {@code 95: 20; 85: 14}, bands "band.code", titles "title.line"
 */
record SheetForm(String owner, String from, String cites, Map<String, String> values) {

    static SheetForm of(Sheet base) {
        var values = new LinkedHashMap<String, String>();
        for (var line : base.lines()) {
            values.put("title." + line.code(), line.title());
            values.put("max." + line.code(), plain(line.max()));
            if (line.computed()) {
                values.put("steps." + line.code(), steps(line.ladder()));
            }
        }
        base.body().bands().forEach(band -> values.put("band." + band.code(), plain(band.from())));
        return new SheetForm(base.owner() == null ? "" : base.owner().toString(), "", "", values);
    }

    static SheetForm read(Sheet base, MultiValueMap<String, String> sent) {
        var values = new LinkedHashMap<>(of(base).values());
        values.replaceAll((name, before) -> text(sent, name));
        return new SheetForm(text(sent, "owner"), text(sent, "from"), text(sent, "cites"), values);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static String plain(BigDecimal number) {
        return VietnameseNumber.format(number, 2);
    }

    private static String steps(List<Step> ladder) {
        return ladder.stream()
                .map(step -> plain(step.from()) + ": " + plain(step.points()))
                .collect(Collectors.joining("; "));
    }

    Map<String, String> faults(Sheet base, boolean owned) {
        var faults = new LinkedHashMap<String, String>();
        if (!owned) {
            faults.put("owner", Texts.text("evaluation.fault.unit"));
        }
        if (day().isEmpty()) {
            faults.put("from", Texts.text("evaluation.fault.day"));
        }
        if (cites.isEmpty() || cites.length() > 300) {
            faults.put("cites", Texts.text("evaluation.fault.cites"));
        }
        for (var line : base.lines()) {
            lineFaults(line, faults);
        }
        bandFaults(base, faults);
        return faults;
    }

    private void lineFaults(Line line, Map<String, String> faults) {
        var max = number("max." + line.code());
        if (max.isEmpty() || max.get().signum() <= 0 || max.get().compareTo(BigDecimal.valueOf(100)) > 0) {
            faults.put("max." + line.code(), Texts.text("evaluation.fault.max", line.title()));
        }
        if (values.getOrDefault("title." + line.code(), "").isBlank()) {
            faults.put("title." + line.code(), Texts.text("evaluation.fault.title"));
        }
        var steps = ladder("steps." + line.code());
        if (line.computed() && (steps.isEmpty() || max.isPresent() && !steps(steps.get(), max.get()))) {
            faults.put("steps." + line.code(), Texts.text("evaluation.fault.steps", line.title()));
        }
    }

    /** The highest first, each lower one earns less, none more than the line has. */
    private static boolean steps(List<Step> steps, BigDecimal max) {
        var last = new Step(BigDecimal.valueOf(Long.MAX_VALUE), max.add(BigDecimal.ONE));
        for (var step : steps) {
            if (step.from().compareTo(last.from()) >= 0
                    || step.points().compareTo(last.points()) >= 0
                    || step.points().compareTo(max) > 0
                    || step.points().signum() < 0) {
                return false;
            }
            last = step;
        }
        return true;
    }

    private void bandFaults(Sheet base, Map<String, String> faults) {
        var above = BigDecimal.valueOf(Long.MAX_VALUE);
        for (var band : base.body().bands()) {
            var from = number("band." + band.code());
            if (from.isEmpty() || from.get().signum() < 0 || from.get().compareTo(above) >= 0) {
                faults.put("band." + band.code(), Texts.text("evaluation.fault.band", band.name()));
            } else {
                above = from.get();
            }
        }
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(from));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> number(String name) {
        return VietnameseNumber.parse(values.getOrDefault(name, ""));
    }

    private Optional<List<Step>> ladder(String name) {
        var steps = new ArrayList<Step>();
        for (var part : values.getOrDefault(name, "").split(";")) {
            var pair = part.split(":");
            var from = VietnameseNumber.parse(pair[0].strip());
            var points = pair.length == 2 ? VietnameseNumber.parse(pair[1].strip()) : Optional.<BigDecimal>empty();
            if (from.isEmpty() || points.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Step(from.get(), points.get()));
        }
        return Optional.of(steps);
    }

    Sheet.Body body(Sheet base) {
        var body = base.body();
        var sections = body.sections().stream()
                .map(section -> new Sheet.Section(
                        section.title(),
                        section.lines().stream().map(this::line).toList()))
                .toList();
        var bands = body.bands().stream()
                .map(band -> new Sheet.Band(
                        band.code(),
                        band.name(),
                        band.nameEn(),
                        number("band." + band.code()).orElseThrow()))
                .toList();
        return new Sheet.Body(
                body.title(), cites, body.kinds(), body.ordinary(), sections, bands, body.vetoes(), body.year());
    }

    private Line line(Line line) {
        return new Line(
                line.code(),
                values.getOrDefault("title." + line.code(), line.title()),
                number("max." + line.code()).orElseThrow(),
                line.measure(),
                line.without() == null
                        ? null
                        : line.without().min(number("max." + line.code()).orElseThrow()),
                line.computed() ? ladder("steps." + line.code()).orElseThrow() : null);
    }
}
