package org.giaoban.portal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Word hands lists over as paragraphs that only look like a list; here they become lists again, with their levels. */
final class WordLists {

    private static final Pattern LEVEL = Pattern.compile("level([1-9])");
    private static final Pattern COUNTED =
            Pattern.compile("\\(?([0-9]{1,4}|[a-zđ]|[ivx]{1,5})[.)]", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private WordLists() {}

    /** A list that is open, and how deep it stands. */
    private record Open(Element list, int level) {

        /** Another kind of marker on the same level begins another list. */
        boolean ended(int level, Marker marker) {
            return this.level == level && !list.normalName().equals(marker.tag());
        }
    }

    /** What stands before an item: a number, or something else that is a mere bullet. */
    private record Marker(boolean counted, @Nullable String start) {

        String tag() {
            return counted ? "ol" : "ul";
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Node, List<Node>> instead = new IdentityHashMap<>();
    private @Nullable Element last;

    static void build(Element body) {
        var lists = new WordLists();
        body.select("p").stream().filter(WordLists::item).forEach(lists::take);
        AllAtOnce.replace(lists.instead.keySet(), lists.instead::get);
    }

    private void take(Element paragraph) {
        if (last == null || before(paragraph) != last) {
            open.clear();
        }
        instead.put(paragraph, List.of());
        var level = level(paragraph);
        var marker = marker(paragraph);
        while (!open.isEmpty()
                && (open.element().level() > level || open.element().ended(level, marker))) {
            open.pop();
        }
        if (open.isEmpty() || open.element().level() < level) {
            open.push(new Open(list(paragraph, marker), level));
        }
        var item = new Element("li");
        item.appendChildren(paragraph.childNodesCopy());
        open.element().list().appendChild(item);
        last = paragraph;
    }

    /** The element before it; jsoup's own search counts all siblings. */
    private static @Nullable Node before(Element paragraph) {
        var node = paragraph.previousSibling();
        while (node != null && !(node instanceof Element)) {
            node = node.previousSibling();
        }
        return node;
    }

    /** A list of its own where the paragraph stands, or inside the item above it. */
    private Element list(Element paragraph, Marker marker) {
        var list = new Element(marker.tag());
        if (marker.start() != null && !marker.start().equals("1")) {
            list.attr("start", marker.start());
        }
        var above = open.isEmpty() ? null : open.element().list().lastElementChild();
        if (above == null) {
            instead.put(paragraph, List.of(list));
        } else {
            above.appendChild(list);
        }
        return list;
    }

    private static boolean item(Element paragraph) {
        var style = WordPaste.style(paragraph, "mso-list");
        return !style.isEmpty() && !style.equals("none") && !style.equals("ignore");
    }

    private static int level(Element paragraph) {
        var found = LEVEL.matcher(WordPaste.style(paragraph, "mso-list"));
        return found.find() ? Integer.parseInt(found.group(1)) : 1;
    }

    /** Takes the drawn marker out of the paragraph and says what it was. */
    private static Marker marker(Element paragraph) {
        for (var span : paragraph.select("span")) {
            if (!WordPaste.style(span, "mso-list").equals("ignore")) {
                continue;
            }
            var text = span.text().replace('\u00a0', ' ').strip();
            span.remove();
            var counted = COUNTED.matcher(text);
            if (!counted.matches()) {
                break;
            }
            var number = counted.group(1);
            return new Marker(true, NUMBER.matcher(number).matches() ? number : null);
        }
        return new Marker(false, null);
    }
}
