package org.giaoban.tasks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.TaskFilter.Lateness;
import org.giaoban.tasks.TaskFilter.View;
import org.giaoban.tasks.TaskLists.Choices;
import org.jspecify.annotations.Nullable;

/**
 * The tabs and the filter above every look of the task lists: whatever is chosen stays when the look changes.
 *
 * @param when the month a calendar or time line shows; null elsewhere
 */
record Narrowing(
        Look look,
        TaskFilter filter,
        Choices choices,
        boolean judges,
        @Nullable String when) {

    /** The same tasks as a list, as a board by state, by day, or along a line of time. */
    enum Look {
        LIST("/tasks"),
        BOARD("/tasks/board"),
        CALENDAR("/tasks/calendar"),
        TIMELINE("/tasks/timeline");

        private final String path;

        Look(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    Map<String, String> views() {
        var views = new LinkedHashMap<String, String>();
        Arrays.stream(View.values())
                .filter(view -> judges || view != View.WAITING)
                .forEach(view -> views.put(href(look, view), Texts.text("tasks.list.view." + view.code())));
        return views;
    }

    String active() {
        return href(look, filter.view());
    }

    private static String href(Look look, View view) {
        return look.path() + "?view=" + view.code();
    }

    Map<String, String> looks() {
        var looks = new LinkedHashMap<String, String>();
        Arrays.stream(Look.values())
                .forEach(other -> looks.put(
                        link(other.path()),
                        Texts.text("tasks.look." + other.name().toLowerCase(java.util.Locale.ROOT))));
        return looks;
    }

    String here() {
        return link(look.path());
    }

    Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        Arrays.stream(TaskState.values()).forEach(state -> states.put(state.name(), TaskWords.state(state)));
        return states;
    }

    Map<String, String> latenesses() {
        var late = new LinkedHashMap<String, String>();
        Arrays.stream(Lateness.values())
                .forEach(one -> late.put(one.code(), Texts.text("tasks.list.late." + one.code())));
        return late;
    }

    String late() {
        return filter.late() == null ? "" : filter.late().code();
    }

    static String value(@Nullable Object part) {
        return part == null ? "" : part.toString();
    }

    /** What a number of a period counted, when the list is the one behind it. */
    @Nullable
    String counted() {
        var count = filter.count();
        return count == null
                ? null
                : Texts.text(
                        "tasks.list.counted",
                        Texts.text(count.name()),
                        count.period().label(org.springframework.context.i18n.LocaleContextHolder.getLocale()));
    }

    /** The same tasks at another address: a file, another look. */
    String link(String path) {
        return link(path, null);
    }

    /** The next page of the list. */
    String link(String path, @Nullable String after) {
        var uri = filter.at(path, filter.sorting().code());
        TaskFilter.put(uri, "after", after);
        return uri.encode().build().toUriString();
    }

    /** The same list in another order. */
    String sorted(String sort) {
        return filter.at(Look.LIST.path(), sort).encode().build().toUriString();
    }

    /** The same look in another month. */
    String in(String month) {
        return filter.at(look.path(), filter.sorting().code())
                .queryParam("month", month)
                .encode()
                .build()
                .toUriString();
    }
}
