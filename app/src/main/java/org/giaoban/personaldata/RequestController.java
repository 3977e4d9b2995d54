package org.giaoban.personaldata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The desk of those who answer for personal data: the requests of their units, and what is done with each. */
@Controller
@RequestMapping("/personal-data")
class RequestController {

    private final RequestLists lists;
    private final Requests requests;
    private final RequestPages pages;
    private final Flash flash;

    RequestController(RequestLists lists, Requests requests, RequestPages pages, Flash flash) {
        this.lists = lists;
        this.requests = requests;
        this.pages = pages;
        this.flash = flash;
    }

    /** The list as filtered. */
    public record ListPage(
            Map<String, String> tabs, RequestFilter filter, Slice<RequestLine> lines, Map<UnitId, String> units) {

        public @Nullable String next() {
            var next = lines.next();
            return next == null ? null : filter.address(next);
        }

        public Map<String, String> kinds() {
            return RequestForm.kinds();
        }

        public Map<String, String> states() {
            var states = new LinkedHashMap<String, String>();
            states.put("", Texts.text("personaldata.desk.open"));
            states.put("all", Texts.text("personaldata.desk.all"));
            return states;
        }
    }

    /** A request, what was done, and what was typed where something was refused. */
    public record Page(
            RequestLine line,
            List<RequestPath.Step> path,
            List<AuditEntry> history,
            @Nullable String personHref,
            boolean restricted,
            Map<String, String> typed) {

        public String typed(String act) {
            return typed.getOrDefault(act, "");
        }

        public @Nullable String refused() {
            return typed.get("refused");
        }
    }

    /** The form for what came on paper. */
    public record EnterPage(RequestForm form, Map<String, String> faults) {}

    @GetMapping
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView list(@ModelAttribute RequestFilter filter) {
        var found = lists.page(filter);
        var page = new ListPage(DeskTabs.all(), filter, found, lists.units(found.items()));
        return new ModelAndView("personaldata/desk", "page", page);
    }

    @GetMapping("/export")
    @Requires(Capability.PERSONAL_DATA)
    @Weighty(Weight.EXPORT)
    ResponseEntity<byte[]> export(
            @ModelAttribute RequestFilter filter, @RequestParam(defaultValue = "xlsx") String format) {
        return pages.table(lists.all(filter)).as(format);
    }

    @GetMapping("/requests/new")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView form() {
        return enter(RequestForm.empty(null), Map.of());
    }

    @PostMapping("/requests")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView raise(@ModelAttribute RequestForm form) {
        var faults = form.faults();
        var holder = pages.holder(form.person());
        if (holder.isEmpty()) {
            faults.put("person", Texts.text("personaldata.fault.person"));
        }
        if (form.came().isEmpty()) {
            faults.put("channel", Texts.text("personaldata.request.choose"));
        }
        if (faults.isEmpty()) {
            var asked = new Request.Asked(
                    form.asked().orElseThrow(), form.body(), form.came().orElseThrow());
            try {
                var id = requests.raise(holder.orElseThrow(), asked, form.id());
                flash.ok("personaldata.flash.entered");
                return new ModelAndView("redirect:/personal-data/requests/" + id);
            } catch (Refused refused) {
                faults.put("kind", refused.text());
            }
        }
        return enter(form, faults);
    }

    @GetMapping("/requests/{id}")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView page(@PathVariable UUID id) {
        return new ModelAndView("personaldata/request", "page", pages.of(id, Map.of()));
    }

    @PostMapping("/requests/{id}/accept")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView accept(@PathVariable UUID id) {
        return done(id, "accept", "", () -> requests.accept(id));
    }

    @PostMapping("/requests/{id}/refuse")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        return done(id, "refuse", text, () -> requests.refuse(id, text));
    }

    @PostMapping("/requests/{id}/extend")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView extend(@PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        return done(id, "extend", text, () -> requests.extend(id, text));
    }

    @PostMapping("/requests/{id}/finish")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView finish(@PathVariable UUID id, @RequestParam(defaultValue = "") String text) {
        return done(id, "finish", text, () -> requests.finish(id, text));
    }

    @PostMapping("/requests/{id}/lift")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView lift(@PathVariable UUID id) {
        return done(id, "lift", "", () -> requests.lift(id));
    }

    @GetMapping("/requests/{id}/file/{format:json|pdf}")
    @Requires(Capability.PERSONAL_DATA)
    @Weighty(Weight.EXPORT)
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String format) {
        return pages.file(id, format);
    }

    /** A refusal comes back on the same page, with what was typed. */
    private ModelAndView done(UUID id, String act, String typed, Runnable deed) {
        try {
            deed.run();
            flash.ok("personaldata.flash." + act);
            return new ModelAndView("redirect:/personal-data/requests/" + id);
        } catch (Refused refused) {
            var page = pages.of(id, Map.of(act, typed, "refused", refused.text()));
            var view = new ModelAndView("personaldata/request", "page", page);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    private static ModelAndView enter(RequestForm form, Map<String, String> faults) {
        var view = new ModelAndView("personaldata/enter", "page", new EnterPage(form, faults));
        view.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
