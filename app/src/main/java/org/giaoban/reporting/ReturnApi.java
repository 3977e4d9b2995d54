package org.giaoban.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.Described;
import org.giaoban.platform.api.Problem.Flaw;
import org.giaoban.platform.api.TakenIn;
import org.giaoban.platform.api.Unprocessable;
import org.giaoban.reporting.Filing.Source;
import org.giaoban.reporting.Filing.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** A unit's return for programs: how it stands, and the whole of it as it should be. */
@Api
class ReturnApi {

    private static final String RETURN = "/returns/{unit}/{form}/{period}";
    private static final int DECIMALS = 9;

    private final Door door;
    private final ReturnDesk desk;
    private final Filing filing;

    ReturnApi(Door door, ReturnDesk desk, Filing filing) {
        this.door = door;
        this.desk = desk;
        this.filing = filing;
    }

    /** The whole return; what is left out of it is not said. */
    @TakenIn
    public record ReturnPut(
            @Described("reporting.api.values") Map<String, ValuePut> values,
            @Described("reporting.api.texts") @Nullable Map<String, String> texts,
            @Described("reporting.api.requests") @Nullable List<RequestPut> requests,
            @Described("reporting.api.wish") @Nullable Wanted state) {}

    /** What a program may ask for. */
    public enum Wanted {
        DRAFT,
        SUBMITTED
    }

    /** What is said of one indicator: a number, a share's two parts, or a mark that says why there is none. */
    @TakenIn
    public record ValuePut(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Described("reporting.api.mark") @Nullable Mark mark,
            @Described("reporting.api.reason") @Nullable String reason) {}

    /** Something asked of somebody above. */
    @TakenIn
    public record RequestPut(String text, @Nullable String addressee) {}

    /** How a return stands. */
    public record ReturnShown(
            String unit,
            String form,
            String period,
            ReturnState state,
            int version,
            @Described("reporting.api.due") @Nullable LocalDate dueOn,
            @Described("reporting.api.missing") List<String> missing,
            @Described("reporting.api.findings") List<FindingShown> findings) {}

    /** Something that does not add up. */
    public record FindingShown(Severity severity, @Nullable String indicator, String title, String sentence) {}

    @GetMapping(RETURN)
    @Requires(Capability.REPORT_READ)
    @Described("reporting.api.get")
    ReturnShown get(
            @PathVariable @Described("reporting.api.unit") String unit,
            @PathVariable @Described("reporting.api.form") String form,
            @PathVariable @Described("reporting.api.period") String period) {
        var laid = desk.lay(door.readable(unit, form, period));
        return laid.row()
                .map(row -> shown(laid.key(), row, laid.examined()))
                .orElseGet(() -> new ReturnShown(
                        laid.key().unit().code(),
                        form,
                        period,
                        ReturnState.MISSING,
                        0,
                        laid.key().form().dueOn(laid.key().period()),
                        laid.examined().missing(),
                        List.of()));
    }

    @PutMapping(path = RETURN, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Capability.REPORT_ENTER)
    @Described("reporting.api.put")
    ReturnShown put(
            @PathVariable @Described("reporting.api.unit") String unit,
            @PathVariable @Described("reporting.api.form") String form,
            @PathVariable @Described("reporting.api.period") String period,
            @RequestBody ReturnPut put) {
        var key = door.writable(unit, form, period);
        known(put, key.form());
        var reading = desk.lay(key, fields(put)).reading();
        if (!reading.problems().isEmpty()) {
            throw new Unprocessable(reading.problems().stream()
                    .map(problem -> new Flaw(
                            problem.indicator() == null ? "requests" : "values." + problem.indicator(),
                            problem.sentence()))
                    .toList());
        }
        var saved = filing.save(key, reading, Source.SCREEN, put.state() == Wanted.SUBMITTED ? Wish.SEND : Wish.KEEP);
        switch (saved.status()) {
            case CLOSED -> throw new Refused("reporting.import.closed");
            case SENT_STAYS -> throw new Refused("reporting.import.sent-stays");
            case SENT, DRAFT, UNCHANGED, OLDER -> {}
        }
        return shown(key, saved.row(), saved.examined());
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

    /** As somebody would type it on screen: the same rules read it. */
    private static Fields fields(ReturnPut put) {
        var typed = new HashMap<String, String>();
        put.values().forEach((code, said) -> {
            number(typed, "v." + code, said.value());
            number(typed, "n." + code, said.numerator());
            number(typed, "d." + code, said.denominator());
            text(typed, "m." + code, said.mark() == null ? null : said.mark().name());
            text(typed, "r." + code, said.reason());
        });
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

    private static void number(Map<String, String> typed, String name, @Nullable BigDecimal number) {
        if (number != null) {
            typed.put(name, VietnameseNumber.format(number, DECIMALS));
        }
    }

    private static void text(Map<String, String> typed, String name, @Nullable String text) {
        if (text != null) {
            typed.put(name, text);
        }
    }

    private static ReturnShown shown(ReturnKey key, ReturnRow row, Examined examined) {
        return new ReturnShown(
                key.unit().code(),
                key.form().code(),
                key.period().code(),
                row.state(),
                row.version(),
                row.dueOn(),
                examined.missing(),
                examined.findings().stream()
                        .map(found ->
                                new FindingShown(found.severity(), found.indicator(), found.title(), found.sentence()))
                        .toList());
    }
}
