package org.giaoban.membership;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The branches and the roster of each. */
@Controller
class RosterController {

    private final RosterPages pages;
    private final Audit audit;

    RosterController(RosterPages pages, Audit audit) {
        this.pages = pages;
        this.audit = audit;
    }

    @GetMapping("/members")
    @Requires(Capability.MEMBER_READ)
    ModelAndView branches(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) java.util.@Nullable UUID after) {
        var page = pages.branches(q.strip(), after == null ? null : new UnitId(after));
        return new ModelAndView("membership/branches", "page", page);
    }

    @GetMapping("/members/{code}")
    @Requires(Capability.MEMBER_READ)
    ModelAndView roster(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String state) {
        var page = pages.roster(code, Objects.requireNonNullElseGet(on, pages::today), state);
        return new ModelAndView("membership/roster", "page", page);
    }

    /** The whole roster leaves the house, so the log says who took it. */
    @Weighty(Weight.EXPORT)
    @GetMapping("/members/{code}/export")
    @Requires(Capability.MEMBER_READ)
    ResponseEntity<byte[]> export(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "xlsx") String format) {
        var page = pages.roster(code, Objects.requireNonNullElseGet(on, pages::today), state);
        audit.read(leaving(page), Map.of("part", "list", "by", Capability.MEMBER_READ.key()));
        var headers = List.of(
                Texts.text("membership.column.name"),
                Texts.text("membership.column.post"),
                Texts.text("membership.column.state"),
                Texts.text("membership.column.since"),
                Texts.text("membership.column.away"),
                Texts.text("membership.column.reason"));
        var rows = page.rows().stream()
                .map(row -> List.of(
                        row.name(),
                        row.post(),
                        row.state(),
                        Formats.date(row.line().since()),
                        row.away(),
                        row.line().away() == null
                                ? ""
                                : Objects.requireNonNull(row.line().away()).reason()))
                .toList();
        return new TableExport(Texts.text("membership.file", code), headers, rows).as(format);
    }

    /** The roster, and everybody on it. */
    private static Map<ObjectRef, UnitId> leaving(RosterPages.Page page) {
        var unit = page.unit().id();
        var objects = new HashMap<ObjectRef, UnitId>();
        objects.put(new ObjectRef("roster", unit.value()), unit);
        page.rows().forEach(row -> objects.put(Members.ref(row.person()), unit));
        return objects;
    }
}
