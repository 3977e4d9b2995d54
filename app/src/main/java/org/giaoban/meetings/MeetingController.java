package org.giaoban.meetings;

import static org.giaoban.access.Capability.MEETING_RUN;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Requires;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one meeting: its plan, and what came of it. */
@Controller
class MeetingController {

    private final MeetingPages pages;
    private final MeetingPlanning planning;
    private final MeetingRun run;
    private final Invitations invitations;
    private final AgendaChecks checks;
    private final Audit audit;
    private final Flash flash;

    MeetingController(
            MeetingPages pages,
            MeetingPlanning planning,
            MeetingRun run,
            Invitations invitations,
            AgendaChecks checks,
            Audit audit,
            Flash flash) {
        this.pages = pages;
        this.planning = planning;
        this.run = run;
        this.invitations = invitations;
        this.checks = checks;
        this.audit = audit;
        this.flash = flash;
    }

    /** What the page shows; {@code agenda} is what was typed when the agenda was refused. */
    public record Page(
            MeetingPages.View view,
            String tab,
            List<MeetingNews.News> news,
            List<Unit> invitable,
            List<AuditEntry> history,
            AgendaForm agenda,
            List<String> warnings,
            Map<String, String> kinds,
            Map<String, String> errors) {

        /** What can be chosen for an item. */
        Map<String, String> itemKinds() {
            return MeetingWords.itemKinds();
        }

        Map<String, String> reaches() {
            return MeetingWords.reaches();
        }

        /** What was typed, and an empty row to type a new item into. */
        List<AgendaForm.Row> rows() {
            return agenda.withEmptyRow();
        }

        /** Where a row stands, counted from nought. */
        int place(AgendaForm.Row row) {
            return agenda.rows().indexOf(row);
        }

        List<PartForm.Row> partRows() {
            return PartForm.of(view.parts()).withEmptyRows();
        }

        Map<String, String> tabs() {
            return view.head().tabs();
        }

        String href(String name) {
            return MeetingHeads.href(view.meeting().id(), name);
        }
    }

    @GetMapping("/meetings/{id}")
    @ForSignedIn
    ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "") String tab) {
        var view = pages.view(new MeetingId(id));
        pages.looked(view.meeting());
        var usual = view.meeting().closedAt() == null ? "agenda" : "conclusions";
        return page(view, MeetingHeads.OWN.contains(tab) ? tab : usual, AgendaForm.of(view.items()), Map.of());
    }

    @PostMapping("/meetings/{id}/agenda")
    @Requires(MEETING_RUN)
    ModelAndView agenda(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var view = pages.runView(new MeetingId(id));
        var form = AgendaForm.read(sent);
        var errors = form.errors();
        if (!errors.isEmpty()) {
            var again = page(view, "agenda", form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        planning.agenda(view.meeting().id(), form.items(view.items(), view.parts()));
        flash.ok("meetings.flash.agenda");
        return new ModelAndView("redirect:" + view.meeting().id().href());
    }

    @PostMapping("/meetings/{id}/parts")
    @Requires(MEETING_RUN)
    ModelAndView parts(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var view = pages.runView(new MeetingId(id));
        var form = PartForm.read(sent);
        var errors = form.errors();
        if (!errors.isEmpty()) {
            var again = page(view, "agenda", AgendaForm.of(view.items()), errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        planning.parts(view.meeting().id(), form.parts(view.meeting().day(), view.parts()));
        flash.ok("meetings.flash.parts");
        return new ModelAndView("redirect:" + view.meeting().id().href() + "#parts");
    }

    @PostMapping("/meetings/{id}/invite")
    @Requires(MEETING_RUN)
    ModelAndView invite(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> unit,
            @RequestParam(defaultValue = "") String guest,
            @RequestParam(defaultValue = "") String guestTitle) {
        var meeting = pages.runView(new MeetingId(id)).meeting().id();
        if (!unit.isEmpty()) {
            planning.invite(meeting, unit.stream().map(UnitId::new).toList());
        }
        if (!guest.isBlank()) {
            planning.inviteGuest(meeting, guest.strip(), guestTitle.strip());
        }
        return new ModelAndView("redirect:" + meeting.href() + "?tab=invited");
    }

    @PostMapping("/meetings/{id}/uninvite")
    @Requires(MEETING_RUN)
    ModelAndView uninvite(@PathVariable UUID id, @RequestParam UUID attendee) {
        planning.uninvite(new MeetingId(id), attendee);
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "?tab=invited");
    }

    @PostMapping("/meetings/{id}/open")
    @Requires(MEETING_RUN)
    ModelAndView open(@PathVariable UUID id) {
        run.open(new MeetingId(id));
        return new ModelAndView("redirect:" + new MeetingId(id).href() + "/run");
    }

    private ModelAndView page(MeetingPages.View view, String tab, AgendaForm agenda, Map<String, String> errors) {
        var invitable = view.runs() && tab.equals("invited")
                ? invitations.units(view.meeting().unit(), view.meeting().day())
                : List.<Unit>of();
        var history = tab.equals("history")
                ? audit.history(MeetingDoor.object(view.meeting().id()))
                : List.<AuditEntry>of();
        return new ModelAndView(
                "meetings/meeting",
                "page",
                new Page(
                        view,
                        tab,
                        pages.news(view.meeting()),
                        invitable,
                        history,
                        agenda,
                        checks.of(view.meeting(), view.items(), view.parts()),
                        checks.kindNames(view.meeting()),
                        errors));
    }
}
