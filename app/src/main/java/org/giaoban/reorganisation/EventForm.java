package org.giaoban.reorganisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.springframework.util.MultiValueMap;

/**
 * What was typed about an event, with everything the next page needs to show it again.
 *
 * @param picked the chosen units by code, each with the percents it gives; empty means all of it
 * @param rows the units that come of it
 */
record EventForm(
        EventKind kind, String document, String note, Map<String, Part> picked, Finding finding, List<Row> rows) {

    private static final int MOST_ROWS = 60;
    private static final Set<EventKind> PICKED_FIRST = Set.of(
            EventKind.RENAME,
            EventKind.CHANGE_KIND,
            EventKind.MOVE,
            EventKind.MERGE,
            EventKind.ABSORB,
            EventKind.SPLIT,
            EventKind.DISSOLVE);

    /** Percents as typed, and whether nobody knows them exactly. */
    public record Part(String percents, boolean estimated) {}

    /** How units are looked for: by words, or all of one kind below a unit. */
    public record Finding(String words, String kind, String under) {}

    /** A unit that comes of the event, as typed. */
    public record Row(String code, String name, String shortName, String kind, String parent, Part part) {

        static final Row EMPTY = new Row("", "", "", "", "", new Part("", false));

        boolean blank() {
            return (code + name + shortName + kind + parent + part.percents()).isEmpty();
        }

        Row named(String other, String shorter) {
            return new Row(code, other, shorter, kind, parent, part);
        }
    }

    static EventForm blank(EventKind kind, String unit) {
        var picked = new LinkedHashMap<String, Part>();
        if (!unit.isEmpty()) {
            picked.put(unit, new Part("", false));
        }
        return new EventForm(kind, "", "", picked, new Finding("", "", ""), List.of(Row.EMPTY));
    }

    static EventForm of(Event event) {
        var picked = new LinkedHashMap<String, Part>();
        event.from().forEach(giver -> picked.put(giver.code(), part(giver.share(), giver.estimated())));
        var changes = !event.kind().gives() && event.kind() != EventKind.FOUND;
        var rows = new ArrayList<Row>();
        for (var to : event.to()) {
            if (changes) {
                picked.put(to.code(), new Part("", false));
            }
            var part = event.kind() == EventKind.SPLIT ? part(to.share(), to.estimated()) : new Part("", false);
            rows.add(new Row(to.code(), to.name(), to.shortName(), to.kind(), to.parent(), part));
        }
        return new EventForm(event.kind(), event.document(), event.note(), picked, new Finding("", "", ""), rows);
    }

    private static Part part(java.math.BigDecimal share, boolean estimated) {
        var whole = share.compareTo(java.math.BigDecimal.ONE) == 0 && !estimated;
        return new Part(whole ? "" : Shares.percents(share), estimated);
    }

    static EventForm of(EventKind kind, MultiValueMap<String, String> typed) {
        var picked = new LinkedHashMap<String, Part>();
        for (var code : typed.getOrDefault("from", List.of())) {
            picked.put(code, new Part(first(typed, "part." + code), "true".equals(first(typed, "guess." + code))));
        }
        var rows = new ArrayList<Row>();
        var guesses = new LinkedHashSet<>(typed.getOrDefault("guess", List.of()));
        for (var at = 0; at < Math.min(typed.getOrDefault("code", List.of()).size(), MOST_ROWS); at++) {
            var part = new Part(at(typed, "share", at), guesses.contains(String.valueOf(at)));
            rows.add(new Row(
                    at(typed, "code", at),
                    at(typed, "name", at),
                    at(typed, "shortName", at),
                    at(typed, "unitKind", at),
                    at(typed, "parent", at),
                    part));
        }
        var finding = new Finding(first(typed, "find"), first(typed, "bulkKind"), first(typed, "under"));
        return new EventForm(kind, first(typed, "document"), first(typed, "note"), picked, finding, rows);
    }

    private static String first(MultiValueMap<String, String> typed, String field) {
        return at(typed, field, 0);
    }

    private static String at(MultiValueMap<String, String> typed, String field, int place) {
        var values = typed.getOrDefault(field, List.of());
        return place < values.size() ? values.get(place).strip() : "";
    }

    EventForm picking(List<String> codes) {
        var more = new LinkedHashMap<>(picked);
        codes.forEach(code -> more.putIfAbsent(code, new Part("", false)));
        return new EventForm(kind, document, note, more, finding, rows);
    }

    EventForm rows(List<Row> other) {
        return new EventForm(kind, document, note, picked, finding, other);
    }

    boolean picks() {
        return PICKED_FIRST.contains(kind);
    }

    /** The event as the plan takes it; refused when a share is no share. */
    NewEvent event() {
        var givers = kind.gives()
                ? picked.entrySet().stream()
                        .map(giver -> Shares.giver(giver.getKey(), giver.getValue()))
                        .toList()
                : List.<Giver>of();
        var filled = rows.stream().filter(row -> !row.blank()).toList();
        if (picks() && picked.isEmpty()) {
            throw new Refused("reorganisation.form.none-picked", Texts.text("reorganisation.kind." + kind.name()));
        }
        return new NewEvent(kind, document, note, givers, targets(filled));
    }

    private List<Target> targets(List<Row> filled) {
        return switch (kind) {
            case FOUND, MERGE, ABSORB, DISSOLVE ->
                filled.stream().map(EventForm::target).toList();
            case SPLIT -> Shares.divide(filled);
            case RENAME ->
                filled.stream()
                        .filter(row -> picked.containsKey(row.code()))
                        .map(EventForm::target)
                        .toList();
            case CHANGE_KIND ->
                picked.keySet().stream()
                        .map(code -> Target.unit(code, "", "", first(filled).kind(), ""))
                        .toList();
            case MOVE ->
                picked.keySet().stream()
                        .map(code -> Target.unit(code, "", "", "", first(filled).parent()))
                        .toList();
        };
    }

    private static Row first(List<Row> filled) {
        return filled.isEmpty() ? Row.EMPTY : filled.getFirst();
    }

    static Target target(Row row) {
        return Target.unit(row.code(), row.name(), row.shortName(), row.kind(), row.parent());
    }
}
