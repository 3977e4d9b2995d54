package org.giaoban.meetings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The agenda as typed: a row per item, sorted by the numbers in front; rows without a title are left out. */
record AgendaForm(List<Row> rows) {

    private static final int MOST = 60;

    /** One row of the editor; a new one has no id. */
    record Row(
            String id, String order, String title, String minutes, String presenter, boolean carried, Choice choice) {

        Row at(int place) {
            return new Row(id, String.valueOf(place), title, minutes, presenter, carried, choice);
        }

        boolean blank() {
            return title.isBlank();
        }

        int number() {
            return order.matches("\\d{1,3}") ? Integer.parseInt(order) : 999;
        }
    }

    /** What is chosen of a row: what is done under it, in which part of the day, whom it reaches. */
    record Choice(String kind, String part, String reach) {

        static Choice of(AgendaItem.More more) {
            return new Choice(
                    more.kind().name(),
                    more.part() == null ? "" : more.part().toString(),
                    more.reach().name());
        }

        /** What is known stays where nothing was sent. */
        AgendaItem.More over(AgendaItem.More known, List<DayPart> parts) {
            return new AgendaItem.More(
                    kind.isEmpty() ? known.kind() : ItemKind.valueOf(kind),
                    known.mandatory(),
                    known.leastMinutes(),
                    parts.stream()
                            .map(DayPart::id)
                            .filter(one -> one.toString().equals(part))
                            .findFirst()
                            .orElse(null),
                    known.outcome(),
                    reach.isEmpty() ? known.reach() : Reach.valueOf(reach),
                    known.topic());
        }
    }

    static AgendaForm of(List<AgendaItem> items) {
        return new AgendaForm(items.stream()
                .map(item -> new Row(
                        item.id().toString(),
                        String.valueOf(item.position()),
                        item.title(),
                        String.valueOf(item.minutes()),
                        item.presenter() == null ? "" : item.presenter(),
                        item.carried(),
                        Choice.of(item.more())))
                .toList());
    }

    List<Row> withEmptyRow() {
        var all = new ArrayList<Row>(rows);
        all.add(new Row("", String.valueOf(rows.size() + 1), "", "", "", false, Choice.of(AgendaItem.More.PLAIN)));
        return all;
    }

    static AgendaForm read(MultiValueMap<String, String> sent) {
        var rows = new ArrayList<Row>();
        var ids = sent.getOrDefault("id", List.of());
        for (int i = 0; i < Math.min(ids.size(), MOST); i++) {
            rows.add(new Row(
                    ids.get(i),
                    cell(sent, "order", i),
                    cell(sent, "title", i),
                    cell(sent, "minutes", i),
                    cell(sent, "presenter", i),
                    cell(sent, "carried", i).equals("true"),
                    new Choice(
                            known(ItemKind.class, cell(sent, "kind", i)),
                            cell(sent, "part", i),
                            known(Reach.class, cell(sent, "reach", i)))));
        }
        return new AgendaForm(moved(rows, sent.getFirst("move")));
    }

    private static <E extends Enum<E>> String known(Class<E> of, String name) {
        return Stream.of(of.getEnumConstants()).anyMatch(one -> one.name().equals(name)) ? name : "";
    }

    /** A row's button was pressed, as in "up 3": it changes places with its neighbour. */
    private static List<Row> moved(List<Row> rows, @Nullable String move) {
        if (move == null || !move.matches("(up|down) \\d{1,2}")) {
            return rows;
        }
        var sorted = new ArrayList<Row>(rows.stream()
                .filter(row -> !row.blank())
                .sorted(Comparator.comparingInt(Row::number))
                .toList());
        var from = Integer.parseInt(move.replaceAll("\\D", ""));
        var to = move.startsWith("up") ? from - 1 : from + 1;
        if (from < sorted.size() && to >= 0 && to < sorted.size()) {
            Collections.swap(sorted, from, to);
        }
        var numbered = new ArrayList<Row>();
        sorted.forEach(row -> numbered.add(row.at(numbered.size() + 1)));
        return numbered;
    }

    private static String cell(MultiValueMap<String, String> sent, String name, int row) {
        var values = sent.getOrDefault(name, List.of());
        return row < values.size() ? values.get(row).strip() : "";
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        for (var row : rows) {
            if (!row.blank() && !row.minutes().matches("\\d{1,3}")) {
                errors.put("minutes-" + row.order(), Texts.text("meetings.error.item-minutes", row.title()));
            }
            if (row.title().length() > 300) {
                errors.put("title-" + row.order(), Texts.text("meetings.error.item-title"));
            }
        }
        return errors;
    }

    /** The items in their new order; an id that is not of this meeting counts as a new item. */
    List<AgendaItem> items(List<AgendaItem> known, List<DayPart> parts) {
        var byId = known.stream().collect(Collectors.toMap(item -> item.id().toString(), Function.identity()));
        var items = new ArrayList<AgendaItem>();
        rows.stream()
                .filter(row -> !row.blank())
                .sorted(Comparator.comparingInt(Row::number))
                .forEach(row -> {
                    var old = byId.get(row.id());
                    items.add(new AgendaItem(
                            old == null ? Uuid7.next() : UUID.fromString(row.id()),
                            items.size() + 1,
                            row.title(),
                            Integer.parseInt(row.minutes()),
                            row.presenter().isEmpty() ? null : row.presenter(),
                            old != null && old.carried(),
                            old == null ? AgendaItem.Notes.EMPTY : old.notes(),
                            row.choice().over(old == null ? AgendaItem.More.PLAIN : old.more(), parts)));
                });
        return items;
    }

    int minutes() {
        return rows.stream()
                .filter(row -> !row.blank() && row.minutes().matches("\\d{1,3}"))
                .mapToInt(row -> Integer.parseInt(row.minutes()))
                .sum();
    }
}
