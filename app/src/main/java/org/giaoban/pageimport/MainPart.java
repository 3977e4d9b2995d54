package org.giaoban.pageimport;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where on the page the text stands: in a document the container that gathers most sentences, in lines their longest run. */
final class MainPart {

    /** The blocks from the first sentence to the last; {@code box} is the container of a document. */
    record Span(int from, int to, @Nullable Element box) {

        boolean empty() {
            return from > to;
        }
    }

    private static final double[] SHARES = {1, 0.7, 0.4, 0.15};
    private static final int GAP = 6;

    private final List<Block> blocks;
    private final Around around;
    private final PageWords words;

    private MainPart(List<Block> blocks, Around around, PageWords words) {
        this.blocks = blocks;
        this.around = around;
        this.words = words;
    }

    static Span find(List<Block> blocks, Around around, PageWords words) {
        var part = new MainPart(blocks, around, words);
        var box = part.box();
        var prose = part.prose(box);
        var cut = part.cut(prose, box);
        var run = box == null ? part.longest(cut) : cut;
        return run.isEmpty() ? new Span(0, -1, box) : new Span(run.getFirst(), run.getLast(), box);
    }

    private List<Integer> prose(@Nullable Element box) {
        var found = new ArrayList<Integer>();
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (around.prose(block) && (box == null || inside(block.home(), box) && !besides(block, box))) {
                found.add(i);
            }
        }
        return found;
    }

    /** What follows a mark of the end is the page's, unless most of the text follows: then the mark stood in a box. */
    private List<Integer> cut(List<Integer> prose, @Nullable Element box) {
        var share = box == null ? 1.2 : 0.6;
        for (var n = 1; n < prose.size(); n++) {
            for (var i = prose.get(n - 1) + 1; i < prose.get(n); i++) {
                if (ends(blocks.get(i), box)
                        && (n > 1 && words.whole("readers", blocks.get(i).text())
                                || length(prose.subList(n, prose.size())) < share * length(prose.subList(0, n)))) {
                    return prose.subList(0, n);
                }
            }
        }
        return prose;
    }

    private boolean ends(Block block, @Nullable Element box) {
        return around.end(block) && (box == null || !inside(block.home(), box) || !besides(block, box));
    }

    private int length(List<Integer> indexes) {
        return indexes.stream().mapToInt(i -> blocks.get(i).text().length()).sum();
    }

    /** The run of sentences with the most letters that no heap of other lines breaks. */
    private List<Integer> longest(List<Integer> prose) {
        var best = List.<Integer>of();
        var begin = 0;
        for (var n = 1; n <= prose.size(); n++) {
            if (n == prose.size() || prose.get(n) - prose.get(n - 1) > GAP) {
                var run = prose.subList(begin, n);
                best = length(run) > length(best) ? run : best;
                begin = n;
            }
        }
        return best;
    }

    private @Nullable Element box() {
        Map<Element, Double> scores = new IdentityHashMap<>();
        for (var block : blocks) {
            if (block.home() != null && around.prose(block)) {
                share(block, scores);
            }
        }
        @Nullable Element best = null;
        var most = 0.0;
        for (var each : scores.entrySet()) {
            if (each.getValue() > most) {
                best = each.getKey();
                most = each.getValue();
            }
        }
        return best;
    }

    private void share(Block block, Map<Element, Double> scores) {
        var home = block.home();
        var text = block.text();
        var commas = text.chars().filter(c -> c == ',').count();
        var worth = (1 + Math.min(text.length() / 100.0, 4) + Math.min(commas, 4) * 0.25)
                * (1 - block.look().links());
        var each = home != null && home.normalName().matches("p|h[1-6]|li|blockquote|pre") ? home.parent() : home;
        for (var up = 0; each != null && up < SHARES.length; up++, each = each.parent()) {
            scores.merge(each, worth * SHARES[up] * weight(each), Double::sum);
        }
    }

    private double weight(Element element) {
        var own = ElementLook.own(element);
        var content = words.named("contentNames", own);
        if (words.named("aroundNames", own)) {
            return content ? 0.8 : 0.25;
        }
        return content ? 1.25 : 1;
    }

    static boolean inside(@Nullable Element element, Element box) {
        for (var each = element; each != null; each = each.parent()) {
            if (each == box) {
                return true;
            }
        }
        return false;
    }

    /** Whether a container inside the box calls itself something else than text. */
    private boolean besides(Block block, Element box) {
        return besides(block, box, words);
    }

    static boolean besides(Block block, Element box, PageWords words) {
        for (var each = block.home(); each != null && each != box; each = each.parent()) {
            var own = ElementLook.own(each);
            if (words.named("aroundNames", own)
                    && !words.named("contentNames", own)
                    && !words.named("captionNames", own)) {
                return true;
            }
        }
        return false;
    }
}
