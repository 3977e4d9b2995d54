package org.giaoban.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.platform.Flash;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The viewer's own inbox and lists of reminders. */
@Controller
class InboxController {

    private final Notices notices;
    private final Digests digests;
    private final Flash flash;

    InboxController(Notices notices, Digests digests, Flash flash) {
        this.notices = notices;
        this.digests = digests;
        this.flash = flash;
    }

    /**
     * @param later whether this is not the first page
     * @param next address of the next page, or null at the end
     */
    public record Page(
            String tab,
            boolean later,
            List<Line> lines,
            @Nullable String next,
            int unread) {

        public Map<String, String> tabs() {
            var tabs = new LinkedHashMap<String, String>();
            tabs.put("/inbox", Texts.text("notification.inbox.all"));
            tabs.put("/inbox?show=unread", Texts.text("notification.inbox.unread"));
            return tabs;
        }
    }

    public record Line(String id, String text, Instant sentAt, boolean unread) {}

    public record DigestPage(LocalDate day, List<DigestLine> lines) {}

    public record DigestLine(
            String text, String href, @Nullable LocalDate dueOn, boolean late) {}

    @ForSignedIn
    @GetMapping("/inbox")
    ModelAndView inbox(
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String from) {
        var filter = new InboxFilter(show, from);
        var slice = notices.inbox(filter);
        var lines = slice.items().stream()
                .map(notice ->
                        new Line(notice.id().value().toString(), notice.text(), notice.sentAt(), notice.unread()))
                .toList();
        var next = slice.next() == null ? null : filter.address(slice.next());
        var page = new Page(filter.address(), from != null, lines, next, notices.unread());
        return new ModelAndView("notification/inbox", "page", page);
    }

    @ForSignedIn
    @PostMapping("/inbox/{id}/open")
    String open(@PathVariable UUID id) {
        return "redirect:" + notices.read(new NoticeId(id));
    }

    @ForSignedIn
    @PostMapping("/inbox/{id}/read")
    String read(@PathVariable UUID id) {
        notices.read(new NoticeId(id));
        return "redirect:/inbox";
    }

    @ForSignedIn
    @PostMapping("/inbox/read-all")
    String readAll() {
        flash.ok("notification.inbox.all-read", notices.readAll());
        return "redirect:/inbox";
    }

    @ForSignedIn
    @GetMapping("/inbox/reminders/{day}")
    ModelAndView reminders(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        var lines = digests.own(day).stream()
                .map(line -> new DigestLine(
                        line.text(),
                        line.href(),
                        line.dueOn(),
                        line.dueOn() != null && line.dueOn().isBefore(day)))
                .toList();
        return new ModelAndView("notification/reminders", "page", new DigestPage(day, lines));
    }
}
