package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.Arrays;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.indicators.IndicatorRelation.Cut;
import org.giaoban.indicators.IndicatorRelation.Kind;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds and ends parts of an indicator. */
@Controller
class RelationController {

    private static final int LONGEST_CUT = 100;

    private final CatalogueDesk desk;
    private final Flash flash;

    RelationController(CatalogueDesk desk, Flash flash) {
        this.desk = desk;
        this.flash = flash;
    }

    /** A part as typed; one that names what the whole is divided by belongs to a partition. */
    public record PartForm(
            @Nullable String part,
            @Nullable String cutVi,
            @Nullable String cutEn,
            @Nullable String severity,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from) {

        IndicatorRelation of(String whole) {
            var vi = text(cutVi);
            var en = text(cutEn).isEmpty() ? vi : text(cutEn);
            var strict = Arrays.stream(Severity.values())
                    .filter(each -> each.name().equals(severity))
                    .findFirst()
                    .orElseThrow(() -> new Refused("indicators.parts.severity"));
            if (from == null) {
                throw new Refused("indicators.edit.date");
            }
            if (vi.length() > LONGEST_CUT || en.length() > LONGEST_CUT) {
                throw new Refused("indicators.edit.long", LONGEST_CUT);
            }
            return new IndicatorRelation(
                    (short) 0,
                    whole,
                    text(part).toUpperCase(java.util.Locale.ROOT),
                    vi.isEmpty() ? Kind.OF_WHICH : Kind.PARTITION,
                    vi.isEmpty() ? Cut.NONE : new Cut(vi, en),
                    strict,
                    DateRange.from(from));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : VietnameseText.nfc(typed).strip();
        }
    }

    @PostMapping("/indicators/{code}/parts")
    @Requires(Capability.CATALOGUE_EDIT)
    String add(@PathVariable String code, @ModelAttribute PartForm form) {
        try {
            var relation = form.of(code);
            desk.relate(relation);
            flash.ok("indicators.parts.added", relation.part());
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return "redirect:/indicators/" + code + "?tab=parts";
    }

    @PostMapping("/indicators/{code}/parts/{id}/end")
    @Requires(Capability.CATALOGUE_EDIT)
    String end(
            @PathVariable String code,
            @PathVariable short id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate last) {
        try {
            desk.end(code, id, last);
            flash.ok("indicators.parts.done");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return "redirect:/indicators/" + code + "?tab=parts";
    }
}
