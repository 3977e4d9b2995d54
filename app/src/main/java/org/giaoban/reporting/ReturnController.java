package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.platform.Flash;
import org.giaoban.platform.TableExport;
import org.giaoban.reporting.Filing.Source;
import org.giaoban.reporting.Filing.Wish;
import org.giaoban.reporting.Typing.Other;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one return: the form on screen, and its workbook. */
@Controller
@RequestMapping("/returns/{unit}/{form}/{period}")
class ReturnController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Door door;
    private final ReturnDesk desk;
    private final Filing filing;
    private final Typing typing;
    private final TypedChanges changes;
    private final ReturnPages pages;
    private final Flash flash;

    ReturnController(
            Door door,
            ReturnDesk desk,
            Filing filing,
            Typing typing,
            TypedChanges changes,
            ReturnPages pages,
            Flash flash) {
        this.door = door;
        this.desk = desk;
        this.filing = filing;
        this.typing = typing;
        this.changes = changes;
        this.pages = pages;
        this.flash = flash;
    }

    @GetMapping
    @Requires(Capability.REPORT_READ)
    ModelAndView page(@PathVariable String unit, @PathVariable String form, @PathVariable String period) {
        var laid = desk.lay(door.readable(unit, form, period));
        return pages.of(laid, laid.fields());
    }

    /** Saves what was typed as a version, and sends it when asked to and whole. Nothing typed is lost when it cannot be read. */
    @PostMapping
    @Requires(Capability.REPORT_ENTER)
    ModelAndView save(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam Map<String, String> parameters) {
        var key = door.writable(unit, form, period);
        var posted = Fields.of(parameters);
        var taken = typing.form(key, changes.opened(parameters.get("opened")), posted);
        if (!taken.clashes().isEmpty()) {
            flash.warn("reporting.typing.clashes", said(taken.clashes()));
            return pages.refused(desk.lay(key, posted), desk.lay(key).fields());
        }
        var laid = taken.closed().isEmpty() ? desk.lay(key) : desk.lay(key, posted);
        if (!laid.reading().problems().isEmpty()) {
            return pages.refused(laid, laid.fields());
        }
        boolean send = "send".equals(parameters.get("do"));
        tell(filing.save(key, laid.reading(), Source.SCREEN, send ? Wish.SEND : Wish.KEEP), send);
        return new ModelAndView("redirect:" + key.href());
    }

    /** "Lê Thị Thắm: 12 (TC10)" for each place somebody else changed. */
    private static String said(Map<String, List<Other>> clashes) {
        return clashes.values().stream()
                .flatMap(List::stream)
                .map(other ->
                        other.by() + ": “" + other.now() + "” (" + other.place().substring(2) + ")")
                .collect(Collectors.joining("; "));
    }

    private void tell(Saved saved, boolean send) {
        switch (saved.status()) {
            case SENT -> flash.ok("reporting.said.sent");
            case DRAFT -> {
                flash.ok("reporting.said.saved", saved.row().version());
                notSent(saved, send);
            }
            case UNCHANGED, OLDER -> {
                flash.ok("reporting.said.unchanged");
                notSent(saved, send);
            }
            case CLOSED -> flash.error("reporting.import.closed");
            case SENT_STAYS -> flash.error("reporting.import.sent-stays");
        }
    }

    private void notSent(Saved saved, boolean send) {
        if (send) {
            flash.warn("reporting.said.not-sent", saved.examined().missing().size());
        }
    }

    @PostMapping("/forget-typing")
    @Requires(Capability.REPORT_ENTER)
    String forgetTyping(@PathVariable String unit, @PathVariable String form, @PathVariable String period) {
        var key = door.readable(unit, form, period);
        desk.forgetTyping(key);
        flash.ok("reporting.said.forgotten");
        return "redirect:" + key.href();
    }

    @GetMapping("/workbook")
    @Requires(Capability.REPORT_READ)
    ResponseEntity<byte[]> workbook(@PathVariable String unit, @PathVariable String form, @PathVariable String period) {
        var key = door.readable(unit, form, period);
        return TableExport.file(name(key), XLSX, desk.workbook(key));
    }

    static String name(ReturnKey key) {
        return key.unit().code() + "_" + key.form().code() + "_" + key.period().code() + ".xlsx";
    }
}
