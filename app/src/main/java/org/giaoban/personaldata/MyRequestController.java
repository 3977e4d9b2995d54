package org.giaoban.personaldata;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody asks about their own data, and what became of it. */
@Controller
@RequestMapping("/my-data/requests")
class MyRequestController {

    private final Requests requests;
    private final Holders holders;
    private final Clocks clocks;
    private final RequestRights rights;
    private final CurrentViewer viewer;
    private final Flash flash;

    MyRequestController(
            Requests requests,
            Holders holders,
            Clocks clocks,
            RequestRights rights,
            CurrentViewer viewer,
            Flash flash) {
        this.requests = requests;
        this.holders = holders;
        this.clocks = clocks;
        this.rights = rights;
        this.viewer = viewer;
        this.flash = flash;
    }

    /** The form. */
    public record NewPage(RequestForm form, Map<String, String> kinds, Clocks.Rule rule, Map<String, String> faults) {}

    /** One request of one's own. */
    public record Page(RequestLine line, List<RequestPath.Step> path) {}

    @GetMapping("/new")
    @ForSignedIn
    ModelAndView form(@RequestParam(required = false) @Nullable String kind) {
        return form(RequestForm.empty(kind), Map.of());
    }

    @PostMapping
    @ForSignedIn
    ModelAndView raise(@ModelAttribute RequestForm form) {
        var faults = form.faults();
        if (faults.isEmpty()) {
            var asked = new Request.Asked(form.asked().orElseThrow(), form.body(), Request.Channel.ONLINE);
            try {
                var id = requests.raise(holders.of(viewer.get()), asked, form.id());
                flash.ok("personaldata.flash.raised");
                return new ModelAndView("redirect:/my-data/requests/" + id);
            } catch (Refused refused) {
                faults.put("kind", refused.text());
            }
        }
        return form(form, faults);
    }

    @GetMapping("/{id}")
    @ForSignedIn
    ModelAndView page(@PathVariable UUID id) {
        var one = requests.get(id);
        if (!rights.owns(one)) {
            throw new NotFound(id);
        }
        var page = new Page(new RequestLine(one, rights.today()), requests.path(id));
        return new ModelAndView("personaldata/myrequest", "page", page);
    }

    @PostMapping("/{id}/take-back")
    @ForSignedIn
    ModelAndView takeBack(@PathVariable UUID id) {
        requests.takeBack(id);
        flash.ok("personaldata.flash.taken-back");
        return new ModelAndView("redirect:/my-data/requests/" + id);
    }

    private ModelAndView form(RequestForm form, Map<String, String> faults) {
        var page = new NewPage(form, RequestForm.kinds(), clocks.on(rights.today()), faults);
        var view = new ModelAndView("personaldata/newrequest", "page", page);
        view.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
