package org.giaoban.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.api.Api;
import org.giaoban.platform.api.Described;
import org.giaoban.platform.api.TakenIn;
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

    private final Door door;
    private final ReturnDesk desk;
    private final ProgramReturns returns;

    ReturnApi(Door door, ReturnDesk desk, ProgramReturns returns) {
        this.door = door;
        this.desk = desk;
        this.returns = returns;
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
        var taken = returns.take(unit, form, period, put);
        return shown(taken.key(), taken.saved().row(), taken.saved().examined());
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
