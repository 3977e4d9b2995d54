package org.giaoban.personaldata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.access.UnitPick;
import org.giaoban.audit.AuditEntry;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Slice;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.TaskLine;
import org.giaoban.tasks.TaskWords;
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

/** The book of breaches, and what is done with each under the clock of 72 hours. */
@Controller
@RequestMapping("/personal-data/breaches")
class BreachController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Breaches breaches;
    private final BreachOrders orders;
    private final BreachNotice notice;
    private final RequestRights rights;
    private final UnitPick units;
    private final Flash flash;

    BreachController(
            Breaches breaches,
            BreachOrders orders,
            BreachNotice notice,
            RequestRights rights,
            UnitPick units,
            Flash flash) {
        this.breaches = breaches;
        this.orders = orders;
        this.notice = notice;
        this.rights = rights;
        this.units = units;
        this.flash = flash;
    }

    /** The book. */
    public record ListPage(Map<String, String> tabs, Slice<BreachLine> lines, Map<UnitId, String> units) {

        public @Nullable String next() {
            return lines.next() == null ? null : "/personal-data/breaches?from=" + lines.next();
        }
    }

    /** The form. */
    public record NewPage(BreachForm form, Map<String, String> units, Clocks.Alarm alarm, Map<String, String> faults) {}

    /** One breach; {@code refused} and {@code typed} where something was not taken. */
    public record Page(
            BreachLine line,
            List<TaskLine> orders,
            List<AuditEntry> history,
            BreachAct typed,
            String act,
            @Nullable String refused) {

        /** The assessment as typed just now, otherwise as it stands. */
        public BreachAct assessment() {
            return act.equals("assessed") ? typed : BreachAct.of(line.breach().assessment());
        }

        public Map<String, String> levels() {
            var levels = new LinkedHashMap<String, String>();
            for (var level : Breach.Level.values()) {
                levels.put(level.name(), level.word());
            }
            return levels;
        }

        public static String label(TaskLine order) {
            return TaskWords.label(order.label());
        }

        public String typed(String asked) {
            return act.equals(asked) ? typed.text() : "";
        }
    }

    @GetMapping
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView list(@RequestParam(defaultValue = "0") int from) {
        var now = rights.now();
        var found = breaches.page(Math.max(0, from));
        var lines = found.items().stream().map(one -> new BreachLine(one, now)).toList();
        var units = rights.names(found.items().stream().map(Breach::unit).collect(Collectors.toSet()));
        return new ModelAndView(
                "personaldata/breaches", "page", new ListPage(DeskTabs.all(), new Slice<>(lines, found.next()), units));
    }

    @GetMapping("/new")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView form() {
        return form(BreachForm.empty(rights.now()), Map.of());
    }

    @PostMapping
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView register(@ModelAttribute BreachForm form) {
        var faults = form.faults(rights.now());
        var unit = units.find(form.unit(), Capability.PERSONAL_DATA);
        if (unit.isEmpty()) {
            faults.put("unit", Texts.text("personaldata.request.choose"));
        }
        var found = form.foundAt();
        if (!faults.isEmpty() || found == null) {
            return form(form, faults);
        }
        var id = breaches.register(unit.orElseThrow(), form, found);
        flash.ok("personaldata.breach.flash.found");
        return new ModelAndView("redirect:/personal-data/breaches/" + id);
    }

    @GetMapping("/{id}")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView page(@PathVariable UUID id) {
        return view(id, "", BreachAct.NONE, null);
    }

    @PostMapping("/{id}/assess")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView assess(@PathVariable UUID id, @ModelAttribute BreachAct act) {
        return done(id, "assessed", act, () -> breaches.assess(id, act));
    }

    @PostMapping("/{id}/report")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView report(@PathVariable UUID id, @ModelAttribute BreachAct act) {
        return done(id, "reported", act, () -> breaches.report(id, act.text()));
    }

    @PostMapping("/{id}/tell")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView tell(@PathVariable UUID id, @ModelAttribute BreachAct act) {
        return done(id, "told", act, () -> breaches.tell(id, act.text()));
    }

    @PostMapping("/{id}/close")
    @Requires(Capability.PERSONAL_DATA)
    ModelAndView close(@PathVariable UUID id, @ModelAttribute BreachAct act) {
        return done(id, "closed", act, () -> breaches.close(id, act.text()));
    }

    @GetMapping("/{id}/notice")
    @Requires(Capability.PERSONAL_DATA)
    ResponseEntity<byte[]> notice(@PathVariable UUID id) {
        return TableExport.file(
                Texts.text("personaldata.breach.notice.file") + ".docx", DOCX, notice.docx(breaches.get(id)));
    }

    private ModelAndView done(UUID id, String act, BreachAct typed, Runnable deed) {
        try {
            deed.run();
            flash.ok("personaldata.breach.flash." + act);
            return new ModelAndView("redirect:/personal-data/breaches/" + id);
        } catch (Refused refused) {
            var view = view(id, act, typed, refused.text());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    private ModelAndView view(UUID id, String act, BreachAct typed, @Nullable String refused) {
        var line = new BreachLine(breaches.get(id), rights.now());
        var page = new Page(line, orders.of(id, rights.today()), breaches.history(id), typed, act, refused);
        return new ModelAndView("personaldata/breach", "page", page);
    }

    private ModelAndView form(BreachForm form, Map<String, String> faults) {
        var page = new NewPage(form, units.offered(Capability.PERSONAL_DATA), breaches.alarm(), faults);
        var view = new ModelAndView("personaldata/newbreach", "page", page);
        view.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
