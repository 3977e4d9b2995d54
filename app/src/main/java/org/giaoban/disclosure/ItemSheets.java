package org.giaoban.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.portal.RichText;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What an item says, in words, for those who prepare it and let it out. */
@Component
class ItemSheets {

    private final FieldChoices choices;
    private final SeriesFigures series;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    ItemSheets(FieldChoices choices, SeriesFigures series, Organization organization, Access access, Clock clock) {
        this.choices = choices;
        this.series = series;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** A state as a word and the kind of mark beside it. */
    public record Mark(String kind, String text) {

        /** Public pages have few icons. */
        public String icon() {
            return switch (kind) {
                case "done" -> "check";
                case "late" -> "alert-triangle";
                case "info" -> "player-play";
                case "waiting" -> "clock";
                default -> "x";
            };
        }
    }

    /** One line; {@code html} instead of text where it is rich, {@code href} where it leads on. */
    public record Line(
            String label,
            String text,
            @Nullable String html,
            @Nullable String href) {}

    /** All that is said, and of a series the figures that stood in the register when it was let out. */
    public record Sheet(List<Line> lines, List<String> figures, int changed) {}

    static Mark mark(Item item) {
        var text = Texts.text("disclosure.state." + item.state().name().toLowerCase(Locale.ROOT));
        return switch (item.state()) {
            case DRAFT -> new Mark("waiting", text);
            case PUBLIC -> new Mark("done", text);
            case CHANGED -> new Mark("info", text);
            case WITHDRAWN -> new Mark("off", text);
        };
    }

    static Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        for (var state : Item.State.values()) {
            states.put(
                    state.name(), Texts.text("disclosure.state." + state.name().toLowerCase(Locale.ROOT)));
        }
        return states;
    }

    Sheet sheet(Item item, Facts facts) {
        var offered = choices.of(item.kind(), item.unit());
        var lines = new ArrayList<Line>();
        for (var field : item.kind().fields()) {
            if (field.type() == Field.Type.FILE ? facts.has("file") : facts.has(field.name())) {
                lines.add(line(item.kind(), field, facts, offered.getOrDefault(field.name(), Map.of())));
            }
        }
        if (item.kind() != Kind.SERIES || facts != item.shown()) {
            return new Sheet(lines, List.of(), 0);
        }
        var figures = series.of(item.id());
        var texts = figures.stream()
                .map(each -> each.ref().period().code() + ": " + each.text()
                        + (each.corrected() ? " → " + each.textNow() : ""))
                .toList();
        return new Sheet(lines, texts, (int)
                figures.stream().filter(each -> each.corrected()).count());
    }

    private static Line line(Kind kind, Field field, Facts facts, Map<String, String> offered) {
        var label = field.label(kind);
        var typed = facts.text(field.name());
        return switch (field.type()) {
            case RICH -> new Line(label, "", RichText.clean(typed), null);
            case DAY -> new Line(label, Formats.date(facts.day(field.name())), null, null);
            case CHOICE -> new Line(label, Objects.requireNonNull(offered.getOrDefault(typed, typed)), null, null);
            case FILE -> new Line(label, facts.text("fileName"), null, "/files/" + facts.text("file"));
            case LINK -> new Line(label, typed, null, typed);
            case PICTURE -> new Line(label, "", picture(facts), null);
            default -> new Line(label, typed, null, null);
        };
    }

    private static String picture(Facts facts) {
        return new Element("img")
                .attr("src", "/anh/" + facts.id("picture"))
                .attr("alt", facts.text("alt"))
                .outerHtml();
    }

    /** Where visitors find it. */
    String address(Item item) {
        var facts = item.shown() == null ? item.facts() : item.shown();
        return switch (item.kind()) {
            case CONTACT -> "/to-chuc";
            case PAPER, WORK, SERIES, PAGE -> Released.address(item.kind(), item.id(), facts);
            case BANNER -> "/";
            case SITE ->
                organization
                        .find(item.unit(), LocalDate.now(clock))
                        .map(unit -> "/don-vi/" + unit.code().toLowerCase(Locale.ROOT))
                        .orElse("/to-chuc");
        };
    }

    boolean writes(Item item) {
        return access.allows(Capability.ARTICLE_WRITE, item.unit());
    }

    String href(DisclosureController.Query query, String after) {
        var uri = UriComponentsBuilder.fromPath("/disclosure").queryParam("after", after);
        if (query.kind() != null) {
            uri.queryParam("kind", query.kind());
        }
        if (query.state() != null) {
            uri.queryParam("state", query.state());
        }
        return uri.queryParam("q", "{q}").build(query.words()).toString();
    }
}
