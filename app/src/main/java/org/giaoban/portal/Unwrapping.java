package org.giaoban.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Takes elements away and leaves what they hold. All at once: to unwrap them one by one numbers all siblings each time, and a
 * hostile text has tens of thousands.
 */
final class Unwrapping {

    private final Set<Node> going = Collections.newSetFromMap(new IdentityHashMap<>());

    private Unwrapping(Collection<Element> going) {
        this.going.addAll(going);
    }

    static void all(Collection<Element> some) {
        var unwrapping = new Unwrapping(some);
        var parents = Collections.<Element>newSetFromMap(new IdentityHashMap<>());
        for (var each : some) {
            var parent = each.parent();
            if (parent != null && !unwrapping.going.contains(parent)) {
                parents.add(parent);
            }
        }
        parents.forEach(unwrapping::within);
    }

    private void within(Element parent) {
        var kept = new ArrayList<Node>();
        released(parent).forEach(child -> keep(child, kept));
        parent.appendChildren(kept);
    }

    private void keep(Node node, List<Node> kept) {
        if (node instanceof Element element && going.contains(element)) {
            released(element).forEach(child -> keep(child, kept));
        } else {
            kept.add(node);
        }
    }

    private static List<Node> released(Element parent) {
        var children = List.copyOf(parent.childNodes());
        parent.empty();
        return children;
    }
}
