package org.giaoban.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.files.Bundle;
import org.giaoban.platform.Flash;
import org.giaoban.platform.TableExport;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Who has reported for a period and who has not, and the door for workbooks. */
@Controller
class ReturnListController {

    private final ReturnLists lists;
    private final Imports imports;
    private final Door door;
    private final Beside beside;
    private final Flash flash;

    ReturnListController(ReturnLists lists, Imports imports, Door door, Beside beside, Flash flash) {
        this.lists = lists;
        this.imports = imports;
        this.door = door;
        this.beside = beside;
        this.flash = flash;
    }

    @GetMapping("/returns")
    @Requires(Capability.REPORT_READ)
    ModelAndView list(ReturnLists.Query query) {
        return new ModelAndView("reporting/list", beside.list(lists.page(query)));
    }

    @GetMapping("/returns/export")
    @Requires(Capability.REPORT_READ)
    ResponseEntity<byte[]> export(ReturnLists.Query query, @RequestParam(defaultValue = "xlsx") String format) {
        var page = lists.page(query);
        return new TableExport("bao-cao-" + page.period(), lists.headers(), lists.cells(page)).as(format);
    }

    /** One workbook, several, or a .zip of many; each gets its own answer on the page that follows. */
    @PostMapping("/returns/import")
    @Requires(Capability.REPORT_ENTER)
    String upload(@RequestParam("file") List<MultipartFile> files, @RequestParam(defaultValue = "false") boolean send) {
        var items = items(files);
        if (items.isEmpty()) {
            flash.error("reporting.import.none");
            return "redirect:/returns";
        }
        return "redirect:/returns/imports/"
                + imports.take(items, null, wish(send)).id();
    }

    @PostMapping("/returns/{unit}/{form}/{period}/workbook")
    @Requires(Capability.REPORT_ENTER)
    String uploadOne(
            @PathVariable String unit,
            @PathVariable String form,
            @PathVariable String period,
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(defaultValue = "false") boolean send) {
        var key = door.writable(unit, form, period);
        var items = items(files);
        if (items.isEmpty()) {
            flash.error("reporting.import.none");
            return "redirect:" + key.href();
        }
        return "redirect:/returns/imports/"
                + imports.take(items, key, wish(send)).id();
    }

    private static Filing.Wish wish(boolean send) {
        return send ? Filing.Wish.SEND : Filing.Wish.KEEP;
    }

    private static List<Bundle.Item> items(List<MultipartFile> files) {
        return files.stream()
                .filter(file -> file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isBlank())
                .map(file -> new Bundle.Item(String.valueOf(file.getOriginalFilename()), bytes(file)))
                .toList();
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/returns/imports/{id}")
    @Requires(Capability.REPORT_ENTER)
    ModelAndView outcome(@PathVariable UUID id) {
        return new ModelAndView("reporting/imported", Map.of("result", imports.get(id)));
    }
}
