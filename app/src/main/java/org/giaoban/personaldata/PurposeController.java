package org.giaoban.personaldata;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register of purposes: what holds, what held, and the form for what holds from a day on; the clocks of the law beside it. */
@Controller
@RequestMapping("/personal-data/purposes")
class PurposeController {

    private final Purposes purposes;
    private final Clocks clocks;
    private final Consents consents;
    private final Flash flash;

    PurposeController(Purposes purposes, Clocks clocks, Consents consents, Flash flash) {
        this.purposes = purposes;
        this.clocks = clocks;
        this.consents = consents;
        this.flash = flash;
    }

    /** The register and the form. */
    public record Page(
            Map<String, String> tabs,
            List<Purpose> now,
            List<Purpose> others,
            Clocks.Rule rule,
            Map<String, Integer> consents,
            PurposeForm form,
            Map<String, String> faults,
            List<AuditEntry> history) {

        public Map<String, String> bases() {
            var bases = new LinkedHashMap<String, String>();
            for (var basis : Purpose.Basis.values()) {
                bases.put(basis.name(), basis.word());
            }
            return bases;
        }
    }

    @GetMapping
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView list(@RequestParam(defaultValue = "") String purpose) {
        var known = purposes.now().stream()
                .filter(one -> one.code().equals(purpose))
                .findFirst();
        return page(
                known.map(one -> PurposeForm.of(one, purposes.day().plusDays(1)))
                        .orElse(PurposeForm.EMPTY),
                Map.of());
    }

    @PostMapping
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView put(@ModelAttribute PurposeForm form) {
        var faults = form.faults(purposes.day());
        if (faults.isEmpty() && !purposes.put(form)) {
            faults.put("from", Texts.text("personaldata.purpose.fault.twice"));
        }
        if (!faults.isEmpty()) {
            var again = page(form, faults);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        flash.ok("personaldata.purpose.saved", Formats.date(LocalDate.parse(form.from())));
        return new ModelAndView("redirect:/personal-data/purposes");
    }

    @GetMapping("/export")
    @Requires(Capability.PERSONAL_DATA)
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "xlsx") String format) {
        var headers = List.of(
                Texts.text("personaldata.purpose.name"),
                Texts.text("personaldata.purpose.basis"),
                Texts.text("personaldata.purpose.law"),
                Texts.text("personaldata.purpose.kinds"),
                Texts.text("personaldata.purpose.recipients"),
                Texts.text("personaldata.purpose.retention"),
                Texts.text("personaldata.purpose.sensitive"));
        var rows = purposes.now().stream()
                .map(one -> List.of(
                        one.name().shown(),
                        one.ground().basis().word(),
                        one.ground().law(),
                        one.scope().kinds(),
                        one.scope().recipients(),
                        one.scope().retention(),
                        one.scope().sensitive() ? Texts.text("personaldata.purpose.sensitive") : ""))
                .toList();
        return new TableExport(Texts.text("personaldata.purpose.file"), headers, rows).as(format);
    }

    private ModelAndView page(PurposeForm form, Map<String, String> faults) {
        return new ModelAndView(
                "personaldata/purposedesk",
                "page",
                new Page(
                        DeskTabs.all(),
                        purposes.now(),
                        purposes.others(),
                        clocks.on(purposes.day()),
                        consents.counts(),
                        form,
                        faults,
                        purposes.history()));
    }
}
