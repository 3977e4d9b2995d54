package org.giaoban.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Changes many nodes of a document in one step. One by one, each change searches and numbers all siblings anew, and a hostile text has
 * tens of thousands.
 */
final class AllAtOnce {

    private final Set<Node> going = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Function<Node, List<Node>> instead;

    private AllAtOnce(Collection<? extends Node> going, Function<Node, List<Node>> instead) {
        this.going.addAll(going);
        this.instead = instead;
    }

    /** Takes them away and leaves what they hold. */
    static void unwrap(Collection<Element> some) {
        replace(some, AllAtOnce::released);
    }

    /** Takes them away with all they hold. */
    static void remove(Collection<? extends Node> some) {
        replace(some, each -> List.of());
    }

    /** Puts others in their places; what stands inside one that goes is not asked, unless it comes back out. */
    static void replace(Collection<? extends Node> some, Function<Node, List<Node>> instead) {
        var change = new AllAtOnce(some, instead);
        var parents = Collections.<Element>newSetFromMap(new IdentityHashMap<>());
        for (var each : some) {
            if (each.parent() instanceof Element parent && !change.going.contains(parent)) {
                parents.add(parent);
            }
        }
        parents.forEach(change::within);
    }

    private void within(Element parent) {
        var kept = new ArrayList<Node>();
        released(parent).forEach(child -> keep(child, kept));
        parent.appendChildren(kept);
    }

    private void keep(Node node, List<Node> kept) {
        if (going.contains(node)) {
            instead.apply(node).forEach(other -> keep(other, kept));
        } else {
            kept.add(node);
        }
    }

    private static List<Node> released(Node parent) {
        var children = List.copyOf(parent.childNodes());
        if (parent instanceof Element element) {
            element.empty();
        }
        return children;
    }
}
