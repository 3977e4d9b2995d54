package org.giaoban.disclosure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.access.Requires;
import org.giaoban.audit.AuditEntry;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Flash;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is prepared and public, for those who prepare it and let it out. */
@Controller
class DisclosureController {

    private final Disclosures disclosures;
    private final DeskLists lists;
    private final ItemSheets told;
    private final Organization organization;
    private final Flash flash;
    private final java.time.Clock clock;

    DisclosureController(
            Disclosures disclosures,
            DeskLists lists,
            ItemSheets told,
            Organization organization,
            Flash flash,
            java.time.Clock clock) {
        this.disclosures = disclosures;
        this.lists = lists;
        this.told = told;
        this.organization = organization;
        this.flash = flash;
        this.clock = clock;
    }

    public record Row(String href, String title, String kind, String unit, ItemSheets.Mark state, String hands) {}

    /** What the list is narrowed to, as typed. */
    public record Query(
            @Nullable Kind kind,
            Item.@Nullable State state,
            @Nullable String q,
            @Nullable UUID after) {

        String words() {
            return q == null ? "" : q.length() > 200 ? q.substring(0, 200) : q;
        }

        public boolean filtered() {
            return kind != null || state != null || !words().isBlank();
        }
    }

    public record ListPage(
            Query query,
            List<Row> rows,
            Map<String, String> kinds,
            Map<String, String> states,
            @Nullable String next,
            boolean writes) {}

    /** What the viewer may do with it. */
    public record May(boolean change, boolean release, boolean withdraw) {}

    public record ItemPage(
            Row row,
            int revision,
            String promise,
            ItemSheets.@Nullable Sheet draft,
            ItemSheets.@Nullable Sheet shown,
            @Nullable String address,
            May may,
            List<AuditEntry> history) {}

    @GetMapping("/disclosure")
    @Requires({Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE})
    ModelAndView list(Query query) {
        var slice = lists.list(query.kind(), query.state(), query.words(), query.after());
        var today = java.time.LocalDate.now(clock);
        var units = organization.names(
                slice.items().stream().map(Item::unit).distinct().toList(), today);
        var rows = slice.items().stream()
                .map(item -> row(item, units.getOrDefault(item.unit(), "")))
                .toList();
        var next = slice.next() == null ? null : told.href(query, slice.next());
        return new ModelAndView(
                "disclosure/list",
                "page",
                new ListPage(query, rows, Kind.choices(), ItemSheets.states(), next, lists.writes()));
    }

    private static Row row(Item item, String unit) {
        var hands = item.hands();
        var by = hands.releasedAt() == null || item.draft() != null
                ? hands.preparedBy() + " · " + Formats.dateTime(hands.preparedAt())
                : hands.releasedBy() + " · " + Formats.dateTime(hands.releasedAt());
        return new Row(item.href(), item.title(), item.kind().label(), unit, ItemSheets.mark(item), by);
    }

    @GetMapping("/disclosure/{id}")
    @Requires({Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE})
    ModelAndView show(@PathVariable UUID id) {
        return new ModelAndView("disclosure/item", "page", page(disclosures.get(id)));
    }

    /** What becomes public, whole, before anybody says yes. */
    @GetMapping("/disclosure/{id}/release")
    @Requires(Capability.ARTICLE_APPROVE)
    ModelAndView look(@PathVariable UUID id) {
        var item = disclosures.get(id);
        if (!disclosures.releasable(item)) {
            throw new Refused("disclosure.refused.own");
        }
        return new ModelAndView("disclosure/release", "page", page(item));
    }

    @PostMapping("/disclosure/{id}/release")
    @Requires(Capability.ARTICLE_APPROVE)
    ModelAndView release(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam(required = false) @Nullable String promised) {
        var back = "redirect:/disclosure/" + id;
        try {
            disclosures.release(id, revision, promised != null);
            flash.ok("disclosure.released-now");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return new ModelAndView(promised == null ? back + "/release" : back);
    }

    @PostMapping("/disclosure/{id}/withdraw")
    @Requires({Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE})
    ModelAndView withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String why) {
        try {
            disclosures.withdraw(id, why);
            flash.ok("disclosure.withdrawn-now");
        } catch (Refused refused) {
            flash.refused(refused);
        }
        return new ModelAndView("redirect:/disclosure/" + id);
    }

    private ItemPage page(Item item) {
        var today = java.time.LocalDate.now(clock);
        var unit = organization.names(List.of(item.unit()), today).getOrDefault(item.unit(), "");
        var out = item.hands().withdrawnAt() != null;
        return new ItemPage(
                row(item, unit),
                item.revision(),
                item.kind().promise(),
                item.draft() == null ? null : told.sheet(item, item.draft()),
                item.shown() == null ? null : told.sheet(item, item.shown()),
                item.shown() == null || out ? null : told.address(item),
                new May(told.writes(item) && !out, disclosures.releasable(item), !out),
                disclosures.history(item.id()));
    }
}
