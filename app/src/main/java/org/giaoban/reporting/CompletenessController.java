package org.giaoban.reporting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Sorting;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.CompletenessPage.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who has reported and in time, down the tree; and what to do about the others. */
@Controller
class CompletenessController {

    private static final int LONGEST_REASON = 500;

    private final Completeness completeness;
    private final MissingReturns missing;
    private final ReturnLists lists;
    private final Organization organization;
    private final Access access;
    private final Flash flash;

    CompletenessController(
            Completeness completeness,
            MissingReturns missing,
            ReturnLists lists,
            Organization organization,
            Access access,
            Flash flash) {
        this.completeness = completeness;
        this.missing = missing;
        this.lists = lists;
        this.organization = organization;
        this.access = access;
        this.flash = flash;
    }

    @GetMapping("/returns/completeness")
    @Requires(Capability.REPORT_READ)
    ModelAndView board(Asked asked) {
        return new ModelAndView("reporting/completeness", "page", page(asked, Map.of()));
    }

    @GetMapping("/returns/completeness/export")
    @Requires(Capability.REPORT_READ)
    ResponseEntity<byte[]> export(Asked asked, @RequestParam(defaultValue = "xlsx") String format) {
        var page = page(asked, Map.of());
        var name = "nop-bao-cao-" + page.board().unit().code() + "-"
                + page.board().period().code();
        return new TableExport(name, CompletenessPage.headers(), page.cells()).as(format);
    }

    @PostMapping("/returns/completeness/remind")
    @Requires(Capability.REPORT_ACCEPT)
    String remind(Asked asked) {
        var period = period(asked);
        var top = top(asked, period);
        var told = missing.remind(top, period, asked.code());
        flash.ok("reporting.completeness.reminded", told.people(), told.units());
        warnOfMore(told.more());
        return back(asked, top, period);
    }

    @PostMapping("/returns/completeness/extend")
    @Requires(Capability.REPORT_ACCEPT)
    ModelAndView extend(Asked asked) {
        var period = period(asked);
        var top = top(asked, period);
        var until = day(asked.until());
        var errors = errors(asked, until);
        if (!errors.isEmpty() || until == null) {
            var again = new ModelAndView("reporting/completeness", "page", page(asked, errors));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        var given = missing.extend(
                top, period, asked.code(), until, String.valueOf(asked.reason()).strip());
        flash.ok("reporting.extend.done", given.units());
        warnOfMore(given.more());
        return new ModelAndView(back(asked, top, period));
    }

    private void warnOfMore(boolean more) {
        if (more) {
            flash.warn("reporting.completeness.more", Formats.number(MissingReturns.MOST));
        }
    }

    private static Map<String, String> errors(Asked asked, @Nullable LocalDate until) {
        var errors = new LinkedHashMap<String, String>();
        if (until == null) {
            errors.put("until", Texts.text("reporting.extend.no-date"));
        }
        var reason = asked.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            errors.put("reason", Texts.text("reporting.extend.no-reason", LONGEST_REASON));
        }
        return errors;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String back(Asked asked, Unit top, Period period) {
        return "redirect:/returns/completeness?unit=" + top.code() + "&period=" + period.code()
                + (asked.code() == null ? "" : "&form=" + asked.code());
    }

    private Period period(Asked asked) {
        var text = asked.period();
        if (text == null || text.isBlank()) {
            return lists.lastMonth();
        }
        var period = Door.period(text);
        if (period == null || !DuePeriods.KINDS.contains(period.kind())) {
            throw new NotFound(text);
        }
        return period;
    }

    private Unit top(Asked asked, Period period) {
        return lists.readable(asked.unit(), period).orElseThrow(() -> new NotFound("unit"));
    }

    private CompletenessPage page(Asked asked, Map<String, String> errors) {
        var period = period(asked);
        var top = top(asked, period);
        var board = completeness.board(top, period, asked.code());
        var forms = new LinkedHashMap<String, String>();
        board.forms().forEach(form -> forms.put(form.code(), form.name().text()));
        var kinds = new LinkedHashMap<String, String>();
        DuePeriods.KINDS.forEach(kind -> DuePeriods.latest(kind, period.lastDay())
                .ifPresent(found -> kinds.put(found.code(), PeriodName.title(found))));
        return new CompletenessPage(
                board,
                asked,
                above(top, period),
                completeness.trend(top, period, asked.code()),
                kinds,
                forms,
                Sorting.of(asked.sort(), "tree", CompletenessPage.COLUMNS),
                access.allows(Capability.REPORT_ACCEPT, top.id()),
                errors);
    }

    private List<Unit> above(Unit top, Period period) {
        return organization.ancestors(top.id(), period.lastDay()).stream()
                .filter(unit -> access.allows(Capability.REPORT_READ, unit.id()))
                .toList();
    }
}
