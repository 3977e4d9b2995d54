package org.giaoban.reporting;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The thresholds of pace: read, added, ended. */
@Controller
class PaceController {

    private static final String HREF = "/returns/pace";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PaceRules rules;
    private final Indicators indicators;
    private final PaceDesk desk;
    private final Flash flash;
    private final Clock clock;

    PaceController(PaceRules rules, Indicators indicators, PaceDesk desk, Flash flash, Clock clock) {
        this.rules = rules;
        this.indicators = indicators;
        this.desk = desk;
        this.flash = flash;
        this.clock = clock;
    }

    /** A threshold in words; {@code last} is its last day when it has one. */
    public record Line(UUID id, String name, String least, String from, String last) {}

    /** What was typed of a new one. */
    public record Typed(String indicator, String least, String from) {}

    @GetMapping(HREF)
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView list() {
        var next = LocalDate.now(clock).plusMonths(1).withDayOfMonth(1);
        return page(new Typed("", "80", next.toString()), Map.of());
    }

    private ModelAndView page(Typed typed, Map<String, String> errors) {
        var lines = rules.all().stream().map(this::line).toList();
        return new ModelAndView("reporting/pace", Map.of("lines", lines, "typed", typed, "errors", errors));
    }

    private Line line(PaceRules.Rule rule) {
        var code = rule.indicator();
        String name = code == null
                ? Texts.text("reporting.pace.all")
                : code
                        + indicators
                                .byCode(code, LocalDate.now(clock))
                                .map(indicator -> " · " + indicator.name())
                                .orElse("");
        var until = rule.until();
        return new Line(
                rule.id(),
                name,
                Formats.percent(rule.leastPercent(), 2),
                Formats.date(rule.from()),
                until == null ? "" : Formats.date(until.minusDays(1)));
    }

    @PostMapping(HREF)
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView add(
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String least,
            @RequestParam(defaultValue = "") String from) {
        var typed = new Typed(indicator.strip(), least.strip(), from.strip());
        var percent = VietnameseNumber.parse(typed.least())
                .filter(number -> number.signum() > 0 && number.compareTo(HUNDRED) <= 0);
        var day = day(typed.from());
        var errors = errors(typed, percent, day);
        if (errors.isEmpty()
                && !desk.add(
                        typed.indicator().isEmpty() ? null : typed.indicator(),
                        percent.orElseThrow(),
                        day.orElseThrow())) {
            errors.put("from", Texts.text("reporting.pace.twice"));
        }
        if (!errors.isEmpty()) {
            var page = page(typed, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        flash.ok("reporting.pace.added", Formats.date(day.orElseThrow()));
        return new ModelAndView("redirect:" + HREF);
    }

    private Map<String, String> errors(Typed typed, Optional<BigDecimal> percent, Optional<LocalDate> day) {
        var errors = new LinkedHashMap<String, String>();
        if (!typed.indicator().isEmpty()
                && day.flatMap(on -> indicators.byCode(typed.indicator(), on))
                        .map(Indicator::code)
                        .isEmpty()) {
            errors.put("indicator", Texts.text("reporting.pace.unknown", typed.indicator()));
        }
        if (percent.isEmpty()) {
            errors.put("least", Texts.text("reporting.pace.percent"));
        }
        if (day.isEmpty()) {
            errors.put("from", Texts.text("reporting.pace.day"));
        }
        return errors;
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @PostMapping(HREF + "/{id}/end")
    @Requires(Capability.CATALOGUE_EDIT)
    String end(@PathVariable UUID id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last) {
        if (desk.end(id, last.plusDays(1))) {
            flash.ok("reporting.pace.ended", Formats.date(last));
        } else {
            flash.error("reporting.pace.not-ended");
        }
        return "redirect:" + HREF;
    }
}
