package org.giaoban.indicators;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.indicators.IndicatorRelation.Cut;
import org.giaoban.indicators.IndicatorRelation.Kind;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adds and ends parts of an indicator. */
@Controller
class RelationController {

    private static final int LONGEST_CUT = 100;

    private static final String PARTS = "parts";

    private final RelationDesk desk;
    private final IndicatorPages pages;
    private final Flash flash;

    RelationController(RelationDesk desk, IndicatorPages pages, Flash flash) {
        this.desk = desk;
        this.pages = pages;
        this.flash = flash;
    }

    /** A part as typed; one that names what the whole is divided by belongs to a partition. */
    public record PartForm(
            @Nullable String part,
            @Nullable String cutVi,
            @Nullable String cutEn,
            @Nullable String severity,
            @Nullable String from) {

        Map<String, String> errors() {
            var errors = new LinkedHashMap<String, String>();
            if (strict().isEmpty()) {
                errors.put("severity", Texts.text("indicators.parts.severity"));
            }
            if (RelationController.day(from) == null) {
                errors.put("from", Texts.text("indicators.edit.date"));
            }
            if (text(cutVi).length() > LONGEST_CUT || text(cutEn).length() > LONGEST_CUT) {
                errors.put("cutVi", Texts.text("indicators.edit.long", LONGEST_CUT));
            }
            return errors;
        }

        private Optional<Severity> strict() {
            return Arrays.stream(Severity.values())
                    .filter(each -> each.name().equals(severity))
                    .findFirst();
        }

        /** Only asked for when there are no errors. */
        IndicatorRelation of(String whole) {
            var vi = text(cutVi);
            var en = text(cutEn).isEmpty() ? vi : text(cutEn);
            return new IndicatorRelation(
                    (short) 0,
                    whole,
                    text(part).toUpperCase(Locale.ROOT),
                    vi.isEmpty() ? Kind.OF_WHICH : Kind.PARTITION,
                    vi.isEmpty() ? Cut.NONE : new Cut(vi, en),
                    strict().orElseThrow(),
                    DateRange.from(Objects.requireNonNull(RelationController.day(from))));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : VietnameseText.nfc(typed).strip();
        }
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notDate) {
            return null;
        }
    }

    @PostMapping("/indicators/{code}/parts")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView add(@PathVariable String code, @ModelAttribute PartForm form) {
        var errors = form.errors();
        if (errors.isEmpty()) {
            try {
                var relation = form.of(code);
                desk.relate(relation);
                flash.ok("indicators.parts.added", relation.part());
                return done(code);
            } catch (Refused refused) {
                errors = Map.of(OpenMonths.BEGIN.equals(refused.key()) ? "from" : "part", refused.text());
            }
        }
        return pages.show(code, PARTS, pages.typed(form, errors));
    }

    @PostMapping("/indicators/{code}/parts/{id}/end")
    @Requires(Capability.CATALOGUE_EDIT)
    ModelAndView end(@PathVariable String code, @PathVariable short id, @RequestParam String last) {
        var day = day(last);
        if (day == null) {
            return pages.show(code, PARTS, pages.ending(id, last, Texts.text("indicators.edit.date")));
        }
        try {
            desk.end(code, id, day);
            flash.ok("indicators.parts.done");
            return done(code);
        } catch (Refused refused) {
            return pages.show(code, PARTS, pages.ending(id, last, refused.text()));
        }
    }

    private static ModelAndView done(String code) {
        return new ModelAndView("redirect:/indicators/" + code + "?tab=" + PARTS);
    }
}
