package org.giaoban.reorganisation;

import java.util.List;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rehearsal of a plan: what it would do, and the questions to settle first. */
@Controller
class RehearsalController {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final RehearsalPages pages;
    private final RehearsalPaper paper;
    private final Plans plans;
    private final Flash flash;

    RehearsalController(RehearsalPages pages, RehearsalPaper paper, Plans plans, Flash flash) {
        this.pages = pages;
        this.paper = paper;
        this.plans = plans;
        this.flash = flash;
    }

    @GetMapping("/reorganisations/{plan}/rehearsal")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView rehearsal(@PathVariable UUID plan) {
        return new ModelAndView("reorganisation/rehearsal", "page", pages.page(new PlanId(plan)));
    }

    @GetMapping("/reorganisations/{plan}/rehearsal.docx")
    @Requires(Capability.ORGANIZATION_EDIT)
    ResponseEntity<byte[]> paper(@PathVariable UUID plan) {
        var page = pages.page(new PlanId(plan));
        var file = ContentDisposition.attachment().filename(paper.file(page)).build();
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(paper.docx(page));
    }

    /** Every question is a field {@code choice.<key>}; the keys come beside them. */
    @PostMapping("/reorganisations/{plan}/choices")
    @Requires(Capability.ORGANIZATION_EDIT)
    ModelAndView choose(@PathVariable UUID plan, @RequestParam MultiValueMap<String, String> typed) {
        var id = plans.get(new PlanId(plan)).id();
        try {
            var settled = 0;
            for (var key : typed.getOrDefault("key", List.of())) {
                var choice = typed.getFirst("choice." + key);
                if (choice != null && !choice.isEmpty()) {
                    plans.choose(id, key, choice);
                    settled++;
                }
            }
            flash.ok("reorganisation.form.settled", settled);
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return new ModelAndView("redirect:/reorganisations/" + plan + "/rehearsal");
    }
}
