package org.giaoban.meetings;

import static org.giaoban.access.Capability.CATALOGUE_EDIT;
import static org.giaoban.access.Capability.MEETING_RUN;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The kinds of meetings and what holds for them from when on. */
@Controller
class KindController {

    private final KindDesk desk;
    private final Flash flash;

    KindController(KindDesk desk, Flash flash) {
        this.desk = desk;
        this.flash = flash;
    }

    /** All kinds by the rules of today. */
    public record ListPage(List<MeetingKind> kinds, String words) {}

    /** One kind: its versions, and the form for the next one. */
    public record KindPage(
            List<MeetingKind> versions, LocalDate today, KindForm form, boolean edits, Map<String, String> errors) {

        String name() {
            return versions.getFirst().name(Texts.language());
        }

        String code() {
            return versions.getFirst().code();
        }

        Map<String, String> itemKinds() {
            return MeetingWords.itemKinds();
        }

        Map<String, String> bases() {
            var options = new LinkedHashMap<String, String>();
            Stream.of(QuorumRule.Base.values()).forEach(one -> options.put(one.name(), KindWords.base(one)));
            return options;
        }

        Map<String, String> groups() {
            var options = new LinkedHashMap<String, String>();
            Stream.of(InvitationRule.Who.values()).forEach(one -> options.put(one.name(), KindWords.who(one)));
            return options;
        }

        static Map<String, String> yesNo() {
            var options = new LinkedHashMap<String, String>();
            options.put("false", Texts.text("meetings.kinds.no"));
            options.put("true", Texts.text("meetings.kinds.yes"));
            return options;
        }
    }

    @GetMapping("/meetings/kinds")
    @Requires({MEETING_RUN, CATALOGUE_EDIT})
    ModelAndView list() {
        return new ModelAndView("meetings/kinds", "page", new ListPage(desk.all(), desk.words()));
    }

    @GetMapping("/meetings/kinds/{code}")
    @Requires({MEETING_RUN, CATALOGUE_EDIT})
    ModelAndView show(@PathVariable String code) {
        var versions = desk.versions(code);
        var next = KindForm.of(versions.getFirst().version(), desk.today().plusDays(1));
        return page(versions, next, Map.of());
    }

    @PostMapping("/meetings/kinds/{code}")
    @Requires(CATALOGUE_EDIT)
    ModelAndView put(@PathVariable String code, @RequestParam MultiValueMap<String, String> sent) {
        var form = KindForm.read(sent);
        var errors = form.errors(desk.today());
        if (!errors.isEmpty()) {
            var again = page(desk.versions(code), form, errors);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        desk.put(code, form.version());
        flash.ok("meetings.flash.kind");
        return new ModelAndView("redirect:/meetings/kinds/" + code);
    }

    @PostMapping("/meetings/kinds/words")
    @Requires(CATALOGUE_EDIT)
    ModelAndView words(@RequestParam(defaultValue = "") String words) {
        desk.words(words);
        flash.ok("meetings.flash.words");
        return new ModelAndView("redirect:/meetings/kinds");
    }

    private ModelAndView page(List<MeetingKind> versions, KindForm form, Map<String, String> errors) {
        return new ModelAndView(
                "meetings/kind", "page", new KindPage(versions, desk.today(), form, desk.edits(), errors));
    }
}
