package org.giaoban.meetings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Texts;
import org.springframework.util.MultiValueMap;

/** The agenda as typed: a row per item, sorted by the numbers in front; rows without a title are left out. */
record AgendaForm(List<Row> rows) {

    private static final int MOST = 60;

    /** One row of the editor; a new one has no id. */
    record Row(String id, String order, String title, String minutes, String presenter, boolean carried) {

        boolean blank() {
            return title.isBlank();
        }

        int number() {
            return order.matches("\\d{1,3}") ? Integer.parseInt(order) : 999;
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
                        item.carried()))
                .toList());
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
                    cell(sent, "carried", i).equals("true")));
        }
        return new AgendaForm(rows);
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
    List<AgendaItem> items(List<AgendaItem> known) {
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
                            old == null ? AgendaItem.More.PLAIN : old.more()));
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
