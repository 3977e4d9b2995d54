package org.giaoban.membership;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Persons who come onto a roster, one by one or in a file. */
@Controller
class NewMemberController {

    private final RosterPages pages;
    private final Members members;
    private final RosterImport files;
    private final Flash flash;

    NewMemberController(RosterPages pages, Members members, RosterImport files, Flash flash) {
        this.pages = pages;
        this.members = members;
        this.files = files;
        this.flash = flash;
    }

    /** The form as typed, and what was wrong with the lines of a file. */
    public record Page(
            Unit unit,
            NewMemberForm form,
            Map<String, String> states,
            Map<String, String> errors,
            List<RosterImport.Fault> lines) {}

    @GetMapping("/members/{code}/new")
    @Requires(Capability.MEMBER_EDIT)
    ModelAndView blank(@PathVariable String code) {
        return page(pages.unit(code, Capability.MEMBER_EDIT), NewMemberForm.EMPTY, Map.of(), List.of());
    }

    @PostMapping("/members/{code}/new")
    @Requires(Capability.MEMBER_EDIT)
    ModelAndView enter(@PathVariable String code, @ModelAttribute NewMemberForm form) {
        var unit = pages.unit(code, Capability.MEMBER_EDIT);
        var faults = form.faults(pages.stateNames(false), pages.today());
        if (faults.isEmpty()) {
            try {
                var person = members.enter(unit.id(), form.member(pages.today()));
                flash.ok("membership.flash.entered");
                return new ModelAndView("redirect:/members/" + code + "/" + person);
            } catch (Refused refused) {
                faults.put("personCode", refused.text());
            }
        }
        return page(unit, form, faults, List.of());
    }

    /** All lines of the file, or none: whoever corrects a file sends it again whole. */
    @PostMapping("/members/{code}/import")
    @Requires(Capability.MEMBER_EDIT)
    ModelAndView take(@PathVariable String code, @RequestParam("file") MultipartFile file) {
        var unit = pages.unit(code, Capability.MEMBER_EDIT);
        var outcome = files.take(unit.id(), bytes(file));
        if (outcome.faults().isEmpty()) {
            flash.ok("membership.flash.imported", outcome.entered(), outcome.known());
            return new ModelAndView("redirect:/members/" + code);
        }
        return page(unit, NewMemberForm.EMPTY, Map.of(), outcome.faults());
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView page(
            Unit unit, NewMemberForm form, Map<String, String> errors, List<RosterImport.Fault> lines) {
        var view = new ModelAndView(
                "membership/new", "page", new Page(unit, form, pages.stateNames(false), errors, lines));
        view.setStatus(errors.isEmpty() && lines.isEmpty() ? null : UNPROCESSABLE_CONTENT);
        return view;
    }
}
