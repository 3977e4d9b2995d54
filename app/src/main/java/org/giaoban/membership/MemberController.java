package org.giaoban.membership;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.access.UnitPick;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.membership.Member.Leaving;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The record of one member and what is entered there. */
@Controller
class MemberController {

    private final Members members;
    private final MemberPages records;
    private final RosterPages pages;
    private final UnitPick units;
    private final Flash flash;

    MemberController(Members members, MemberPages records, RosterPages pages, UnitPick units, Flash flash) {
        this.members = members;
        this.records = records;
        this.pages = pages;
        this.units = units;
        this.flash = flash;
    }

    @GetMapping("/members/{code}/{person}")
    @Requires(Capability.MEMBER_READ)
    ModelAndView record(@PathVariable String code, @PathVariable UUID person) {
        var unit = pages.unit(code, Capability.MEMBER_READ);
        return view(unit, person, "", MemberForm.EMPTY, Map.of());
    }

    @PostMapping("/members/{code}/{person}/state")
    @Requires(Capability.MEMBER_EDIT)
    ModelAndView state(@PathVariable String code, @PathVariable UUID person, @ModelAttribute MemberForm form) {
        return done(
                new Act(code, person, "state", form, form.stateFaults(pages.stateNames(false))),
                (unit, member) -> members.changeState(unit, member, form.known(), form.standing()));
    }

    @PostMapping("/members/{code}/{person}/away")
    @Requires(Capability.MEMBER_EDIT)
    ModelAndView away(@PathVariable String code, @PathVariable UUID person, @ModelAttribute MemberForm form) {
        return done(
                new Act(code, person, "away", form, form.awayFaults(records.kinds())),
                (unit, member) -> members.away(unit, member, form.known(), form.absence()));
    }

    @PostMapping("/members/{code}/{person}/back")
    @Requires(Capability.MEMBER_EDIT)
    ModelAndView back(@PathVariable String code, @PathVariable UUID person, @ModelAttribute MemberForm form) {
        return done(
                new Act(code, person, "back", form, form.dayFault()),
                (unit, member) -> members.back(unit, member, form.known(), form.begins()));
    }

    @PostMapping("/members/{code}/{person}/transfer")
    @Requires(Capability.MEMBER_EDIT)
    ModelAndView transfer(@PathVariable String code, @PathVariable UUID person, @ModelAttribute MemberForm form) {
        var to = units.find(form.to(), Capability.MEMBER_EDIT);
        var faults = form.dayFault();
        if (to.isEmpty()) {
            faults.put("to", Texts.text("membership.fault.branch"));
        }
        return done(
                new Act(code, person, "transfer", form, faults),
                (unit, member) -> members.transfer(unit, member, form.known(), to.orElseThrow(), form.begins()));
    }

    @PostMapping("/members/{code}/{person}/leave")
    @Requires(Capability.MEMBER_EDIT)
    ModelAndView leave(@PathVariable String code, @PathVariable UUID person, @ModelAttribute MemberForm form) {
        var left = Arrays.stream(Leaving.values())
                .filter(one -> one != Leaving.TRANSFERRED && one.name().equals(MemberForm.tidy(form.left())))
                .findFirst();
        var faults = form.dayFault();
        if (left.isEmpty()) {
            faults.put("left", Texts.text("membership.fault.choose"));
        }
        return done(
                new Act(code, person, "leave", form, faults),
                (unit, member) -> members.leave(unit, member, form.known(), left.orElseThrow(), form.begins()));
    }

    /** What somebody typed in one of the record's forms. */
    private record Act(String code, UUID person, String name, MemberForm form, Map<String, String> faults) {

        /** Whether the member is no longer on the roster afterwards. */
        boolean ends() {
            return name.equals("transfer") || name.equals("leave");
        }
    }

    /** What an act does to a member of the unit. */
    private interface Change {
        void of(UnitId unit, PersonId member);
    }

    private ModelAndView done(Act act, Change change) {
        var unit = pages.unit(act.code(), Capability.MEMBER_EDIT);
        var faults = new LinkedHashMap<>(act.faults());
        if (faults.isEmpty()) {
            try {
                change.of(unit.id(), new PersonId(act.person()));
                flash.ok("membership.flash." + act.name());
                return new ModelAndView("redirect:/members/" + unit.code() + (act.ends() ? "" : "/" + act.person()));
            } catch (Refused refused) {
                faults.put("from", refused.text());
            }
        }
        return view(unit, act.person(), act.name(), act.form(), faults);
    }

    private ModelAndView view(Unit unit, UUID person, String act, MemberForm form, Map<String, String> faults) {
        var view = new ModelAndView(
                "membership/member", "page", records.page(unit, new PersonId(person), act, form, faults));
        view.setStatus(faults.isEmpty() ? null : UNPROCESSABLE_CONTENT);
        return view;
    }
}
