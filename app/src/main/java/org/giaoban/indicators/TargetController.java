package org.giaoban.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.indicators.TargetRepository.Target;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Flash;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.TableText;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A unit's plan of a year: shown, typed, pasted, brought in from a file. */
@Controller
class TargetController {

    private final TargetPages pages;
    private final Targets targets;
    private final Flash flash;

    TargetController(TargetPages pages, Targets targets, Flash flash) {
        this.pages = pages;
        this.targets = targets;
        this.flash = flash;
    }

    @GetMapping("/targets/{unitCode}/{year}")
    @Requires({Capability.FIGURES_READ, Capability.TARGETS_EDIT})
    ModelAndView show(
            @PathVariable String unitCode,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(required = false) @Nullable String all) {
        if (!Words.TABS.contains(tab)) {
            throw new NotFound(tab);
        }
        var page = pages.page(new Asked(unitCode, checked(year), tab, all != null), TargetForm.EMPTY, Map.of());
        return new ModelAndView("indicators/targets", "page", page);
    }

    @GetMapping(value = "/targets/{unitCode}/{year}", params = "format")
    @Requires({Capability.FIGURES_READ, Capability.TARGETS_EDIT})
    ResponseEntity<byte[]> export(@PathVariable String unitCode, @PathVariable int year, @RequestParam String format) {
        var page = pages.page(new Asked(unitCode, checked(year), "", true), TargetForm.EMPTY, Map.of());
        var headers = List.of("indicator", Texts.text("indicators.column.name"), "value", "phasing");
        var rows = page.rows().stream()
                .filter(row -> !row.value().isEmpty())
                .map(row -> List.of(row.indicator().code(), row.indicator().name(), row.value(), row.phasing()))
                .toList();
        return new TableExport(Texts.text("indicators.targets.file", unitCode, String.valueOf(year)), headers, rows)
                .as(format);
    }

    @PostMapping("/targets/{unitCode}/{year}")
    @Requires(Capability.TARGETS_EDIT)
    ModelAndView save(@PathVariable String unitCode, @PathVariable int year, @RequestParam Map<String, String> fields) {
        return save(new Asked(unitCode, checked(year), "", false), TargetForm.typed(fields));
    }

    @PostMapping("/targets/{unitCode}/{year}/import")
    @Requires(Capability.TARGETS_EDIT)
    ModelAndView bringIn(
            @PathVariable String unitCode,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        return save(new Asked(unitCode, checked(year), "", false), file == null ? TargetForm.EMPTY : read(file));
    }

    private static TargetForm read(MultipartFile file) {
        try {
            return file.getSize() > 4L * TableText.MOST_LETTERS
                    ? TargetForm.EMPTY
                    : TargetForm.csv(new String(file.getBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView save(Asked asked, TargetForm form) {
        var errors = pages.errors(form, asked.year());
        if (errors.isEmpty()) {
            var changed = targets.set(pages.unit(asked.unitCode()), asked.year(), form.wishes(), form.reason());
            if (changed == 0) {
                flash.warn("indicators.targets.same");
            } else {
                flash.ok("indicators.targets.saved", changed);
            }
            return new ModelAndView("redirect:/targets/" + asked.unitCode() + "/" + asked.year());
        }
        var view = new ModelAndView("indicators/targets", "page", pages.page(asked, form, errors));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static int checked(int year) {
        if (year < 1990 || year > 2100) {
            throw new NotFound(year);
        }
        return year;
    }

    /** What the address asks for. */
    public record Asked(String unitCode, int year, String tab, boolean all) {}

    /** A line of the plan; {@code below}: what the units below add up to. */
    public record Row(
            Indicator indicator,
            String value,
            String phasing,
            String below,
            int revision,
            @Nullable String error) {}

    public record Page(
            Asked asked,
            Unit unit,
            Map<String, String> groups,
            List<Row> rows,
            Map<String, String> errors,
            String reason,
            List<Target> revisions,
            List<AuditEntry> history,
            boolean mayEdit) {

        /** A plan shows what is given here or below; who wants to give more asks for all lines. */
        public boolean shown(Row row) {
            return (mayEdit && asked.all())
                    || !row.value().isEmpty()
                    || !row.below().isEmpty()
                    || row.error() != null;
        }

        /** The years around this one. */
        public Map<String, String> years() {
            var years = new LinkedHashMap<String, String>();
            for (var year = asked.year() - 1; year <= asked.year() + 1; year++) {
                years.put("/targets/" + asked.unitCode() + "/" + year, String.valueOf(year));
            }
            return years;
        }

        public Indicator indicator(Target target) {
            return rows.stream()
                    .map(Row::indicator)
                    .filter(one -> one.code().equals(target.indicator()))
                    .findFirst()
                    .orElseThrow(() -> new NotFound(Objects.requireNonNull(target.indicator())));
        }
    }
}
