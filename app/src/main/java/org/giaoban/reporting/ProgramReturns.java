package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.Indicator;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.api.Problem.Flaw;
import org.giaoban.platform.api.Unprocessable;
import org.giaoban.reporting.Filing.Source;
import org.giaoban.reporting.Filing.Wish;
import org.giaoban.reporting.ReturnApi.RequestPut;
import org.giaoban.reporting.ReturnApi.ReturnPut;
import org.giaoban.reporting.ReturnApi.ValuePut;
import org.giaoban.spreadsheets.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes whole returns from programs, by the rules that read what people type; one return is one transaction. */
@Service
@Transactional
class ProgramReturns {

    private final Door door;
    private final Examination examination;
    private final Filing filing;

    ProgramReturns(Door door, Examination examination, Filing filing) {
        this.door = door;
        this.examination = examination;
        this.filing = filing;
    }

    /** The return that was meant, and what became of it. */
    record Taken(ReturnKey key, Saved saved) {}

    Taken take(String unit, String form, String period, ReturnPut put) {
        var key = door.writable(unit, form, period);
        known(put, key.form());
        var reading = read(put, key.form(), examination.indicators(key.form(), key.period()));
        if (!reading.problems().isEmpty()) {
            throw new Unprocessable(
                    reading.problems().stream().map(ProgramReturns::flaw).toList());
        }
        var wish = put.state() == ReturnApi.Wanted.SUBMITTED ? Wish.SEND : Wish.KEEP;
        var saved = filing.save(key, reading, Source.SCREEN, wish);
        switch (saved.status()) {
            case CLOSED -> throw new Refused("reporting.import.closed");
            case SENT_STAYS -> throw new Refused("reporting.import.sent-stays");
            case SENT, DRAFT, UNCHANGED, OLDER -> {}
        }
        return new Taken(key, saved);
    }

    /** Nothing that was said is silently dropped. */
    private static void known(ReturnPut put, Form form) {
        var asked = form.indicators();
        var flaws = new ArrayList<Flaw>();
        put.values().keySet().stream()
                .filter(code -> !asked.contains(code))
                .forEach(code -> flaws.add(new Flaw("values." + code, Texts.text("reporting.api.not-asked"))));
        if (put.texts() != null) {
            put.texts().keySet().stream()
                    .filter(code -> form.section(code).isEmpty())
                    .forEach(code -> flaws.add(new Flaw("texts." + code, Texts.text("reporting.api.not-asked"))));
        }
        if (put.requests() != null && put.requests().size() > Form.REQUESTS) {
            flaws.add(new Flaw("requests", Texts.text("reporting.api.too-many", Form.REQUESTS)));
        }
        if (!flaws.isEmpty()) {
            throw new Unprocessable(flaws);
        }
    }

    private static Flaw flaw(Problem problem) {
        return new Flaw(problem.indicator() == null ? "requests" : "values." + problem.indicator(), problem.sentence());
    }

    private static ReturnReading read(ReturnPut put, Form form, Map<String, Indicator> indicators) {
        var words = ScreenReader.read(words(put), form, Map.of());
        var problems = new ArrayList<>(words.problems());
        var values = new LinkedHashMap<String, Entry>();
        for (var code : form.indicators()) {
            var indicator = indicators.get(code);
            var said = put.values().get(code);
            if (indicator != null && said != null) {
                var reading = LineReader.read(indicator, line(said));
                problems.addAll(reading.problems());
                if (reading.entry() != null) {
                    values.put(code, reading.entry());
                }
            }
        }
        var content =
                new Content(values, words.content().texts(), words.content().requests());
        return new ReturnReading(content, List.copyOf(problems));
    }

    private static Line line(ValuePut said) {
        return new Line(
                Cell.number(said.value()),
                said.mark() == null ? Cell.EMPTY : Cell.text(said.mark().word()),
                Cell.number(said.numerator()),
                Cell.number(said.denominator()),
                said.reason() == null ? Cell.EMPTY : Cell.text(said.reason()),
                null);
    }

    private static Fields words(ReturnPut put) {
        var typed = new HashMap<String, String>();
        if (put.texts() != null) {
            put.texts().forEach((section, body) -> text(typed, "s." + section, body));
        }
        var requests = put.requests() == null ? List.<RequestPut>of() : put.requests();
        for (var row = 1; row <= requests.size(); row++) {
            text(typed, "k." + row, requests.get(row - 1).text());
            text(typed, "a." + row, requests.get(row - 1).addressee());
        }
        return Fields.of(typed);
    }

    private static void text(Map<String, String> typed, String name, @Nullable String text) {
        if (text != null) {
            typed.put(name, text);
        }
    }
}
