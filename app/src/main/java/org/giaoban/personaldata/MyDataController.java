package org.giaoban.personaldata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Weight;
import org.giaoban.identity.Weighty;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Slice;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "My data": what is kept about the one who looks, who read it, why it is kept, and the file to take along. */
@Controller
class MyDataController {

    private static final String HREF = "/my-data";

    private final Holders holders;
    private final PersonalFile file;
    private final ReadLog readings;
    private final Purposes purposes;
    private final RequestLists requests;
    private final FileToGo fileToGo;
    private final Consents consents;
    private final CurrentViewer viewer;

    MyDataController(
            Holders holders,
            PersonalFile file,
            ReadLog readings,
            Purposes purposes,
            RequestLists requests,
            FileToGo fileToGo,
            Consents consents,
            CurrentViewer viewer) {
        this.holders = holders;
        this.file = file;
        this.readings = readings;
        this.purposes = purposes;
        this.requests = requests;
        this.fileToGo = fileToGo;
        this.consents = consents;
        this.viewer = viewer;
    }

    /** What all tabs show. */
    public record Head(Holder holder, Map<String, String> tabs, String active) {}

    /** The tables that say something, under the purposes they serve. */
    public record DataPage(Head head, List<Purposes.Served> served, int shown) {}

    /** Who read. */
    public record ReadersPage(Head head, Slice<ReadLog.Reading> readings) {

        public @Nullable String next() {
            return readings.next() == null ? null : HREF + "?tab=readers&before=" + readings.next();
        }
    }

    /** What was asked. */
    public record RequestsPage(Head head, List<RequestLine> lines) {}

    /** Why things are kept. */
    public record PurposesPage(Head head, List<Purpose> purposes, List<Consents.Own> consents) {}

    @GetMapping(HREF)
    @ForSignedIn
    ModelAndView page(
            @RequestParam(defaultValue = "") String tab, @RequestParam(required = false) @Nullable UUID before) {
        var holder = holders.of(viewer.get());
        var head = new Head(holder, tabs(), tab.isEmpty() ? HREF : HREF + "?tab=" + tab);
        return switch (tab) {
            case "" -> new ModelAndView("personaldata/mine", "page", data(head));
            case "readers" ->
                new ModelAndView(
                        "personaldata/readers", "page", new ReadersPage(head, readings.of(holder.person(), before)));
            case "requests" ->
                new ModelAndView("personaldata/requests", "page", new RequestsPage(head, requests.own()));
            case "purposes" ->
                new ModelAndView(
                        "personaldata/purposes", "page", new PurposesPage(head, purposes.now(), consents.own()));
            default -> throw new NotFound(tab);
        };
    }

    private DataPage data(Head head) {
        var sections = file.read(head.holder().subject(), Purposes.SHOWN);
        return new DataPage(head, purposes.serving(sections), Purposes.SHOWN);
    }

    @GetMapping(HREF + "/export/{format:json|pdf}")
    @ForSignedIn
    @Weighty(Weight.EXPORT)
    ResponseEntity<byte[]> export(@PathVariable String format) {
        var holder = holders.of(viewer.get());
        return format.equals("json")
                ? TableExport.file(
                        Texts.text("personaldata.file") + ".json", "application/octet-stream", fileToGo.json(holder))
                : TableExport.file(Texts.text("personaldata.file") + ".pdf", "application/pdf", fileToGo.pdf(holder));
    }

    private static Map<String, String> tabs() {
        var tabs = new LinkedHashMap<String, String>();
        tabs.put(HREF, Texts.text("personaldata.tab.data"));
        tabs.put(HREF + "?tab=readers", Texts.text("personaldata.tab.readers"));
        tabs.put(HREF + "?tab=requests", Texts.text("personaldata.tab.requests"));
        tabs.put(HREF + "?tab=purposes", Texts.text("personaldata.tab.purposes"));
        return tabs;
    }
}
