package org.giaoban.pageimport;

import java.util.Optional;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.pageimport.Block.Kind;

/** Finds the title: near above the text, marked as a heading, or called so by the page itself. */
final class Titles {

    private static final int LONGEST = 250;
    private static final int SHORTEST = 12;
    private static final int REACH = 60;
    private static final int HEADLINE = 6;
    private static final int LABEL = 30;
    private static final int OPENING = 500;
    private static final double ENOUGH = 1.5;

    /** The block the title stands in, or -1 when only the page's head knows it. */
    record Title(Found<String> text, int index) {}

    private final Layout page;

    Titles(Layout page) {
        this.page = page;
    }

    Optional<Title> find() {
        var best = -1;
        var most = ENOUGH;
        var between = 0;
        for (var i = page.span().from(); i >= Math.max(0, page.span().from() - REACH); i--) {
            var block = page.at(i);
            var score = score(block, i) - between * 0.4;
            if (score > most) {
                best = i;
                most = score;
            }
            between += i < page.span().from() && substantial(block) ? 1 : 0;
        }
        if (best < 0) {
            return fromHead();
        }
        var text = page.at(best).text();
        return Optional.of(new Title(most >= 4 ? Found.sure(text) : Found.likely(text), best));
    }

    private Optional<Title> fromHead() {
        var said = page.head().title();
        return said.length() >= SHORTEST && said.length() <= LONGEST && said.contains(" ")
                ? Optional.of(new Title(Found.likely(said), -1))
                : Optional.empty();
    }

    private double score(Block block, int index) {
        var text = block.text();
        if (text.length() > LONGEST
                || text.length() < SHORTEST
                || block.words() < 4
                || block.kind() == Kind.PICTURE
                || block.kind() == Kind.TABLE
                || index == page.span().from() && block.look().level() == 0
                || page.around().tool(block)
                || page.around().picture(block)
                || page.around().pictureLink(block)) {
            return -1;
        }
        return marks(block)
                + said(text)
                - against(block, index)
                + (index < page.span().from() ? 2 : 0);
    }

    private double marks(Block block) {
        var level = block.look().level();
        var heading = level == 0 ? 0 : level == 1 ? 3 : level == 2 ? 2 : 1;
        var named = page.words().named("titleNames", own(block)) ? 2 : 0;
        return heading + named + (block.look().bold() ? 1 : 0) + (block.shouted() ? 0.5 : 0);
    }

    /** How far the page's head says the same. */
    private double said(String text) {
        var plain = VietnameseText.fold(text);
        var head = VietnameseText.fold(page.head().title());
        var window = VietnameseText.fold(page.head().windowTitle());
        var same = !head.isEmpty()
                && (head.equals(plain) || head.startsWith(plain) && plain.length() * 10 > head.length() * 6);
        return (same ? 5 : 0) + (window.startsWith(plain) || window.endsWith(plain) ? 3 : 0);
    }

    private double against(Block block, int index) {
        var text = block.text();
        var against = text.endsWith(".") ? 1.5 : 0;
        against += block.look().links() > 0.6 ? 2 : 0;
        against += page.words().named("aroundNames", own(block)) ? 2 : 0;
        against += !Days.in(text).isEmpty() && block.words() < 9 ? 4 : 0;
        against += page.afterPicture(index) && block.look().level() == 0 ? 0.4 : 0;
        against += block.look().level() == 0 && captioning(text) ? 1 : 0;
        against += page.around().imprint(block) ? 3 : 0;
        against += block.words() < HEADLINE ? 0.6 : 0;
        against += text.matches(".*[>»|].*") ? 1.5 : 0;
        against += labelled(text) ? 4 : 0;
        return against;
    }

    /** "Tác giả: …", "Nguồn: …": what stands behind a label is no title. */
    private boolean labelled(String text) {
        var colon = text.indexOf(':');
        return colon > 0
                && colon < LABEL
                && (page.words().whole("bylines", text.substring(0, colon))
                        || page.words().whole("sources", text.substring(0, colon))
                        || page.words().begins("stamps", text));
    }

    private boolean captioning(String text) {
        return page.words().begins("captions", text)
                || page.words().begins("people", text) && page.words().holds("captionVerbs", text);
    }

    private static String own(Block block) {
        var names = block.look().names();
        var second = names.indexOf(' ', names.indexOf(' ') + 1);
        return second < 0 ? names : names.substring(0, second);
    }

    private boolean substantial(Block block) {
        return !page.around().stray(block)
                && block.words() > 3
                && Days.in(block.text()).isEmpty()
                && !labelled(block.text());
    }

    /** A title for a text that has none: what its first sentence says, without the day before and the purpose behind. */
    String proposal(String first) {
        var text = first.substring(0, Math.min(first.length(), OPENING))
                .replaceFirst(
                        "(?iu)^(vừa qua|(sáng|chiều|tối|trưa)? ?(ngày)? ?\\d{1,2}[/.-]\\d{1,2}([/.-]\\d{4})?)[^,]{0,30},\\s*(tại[^,]{0,60},\\s*)?",
                        "");
        var end = text.length();
        for (var cut : page.words().folded("cuts")) {
            var at = VietnameseText.fold(text).indexOf(" " + cut + " ");
            end = at > 30 ? Math.min(end, at) : end;
        }
        var stop = text.indexOf(". ");
        end = stop > 30 ? Math.min(end, stop) : end;
        var cut = text.substring(0, Math.min(end, text.length())).strip().replaceFirst("[.,;:]+$", "");
        var short_ = cut.length() <= 150 ? cut : cut.substring(0, Math.max(1, cut.lastIndexOf(' ', 150)));
        return short_.isEmpty() ? "" : short_.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + short_.substring(1);
    }
}
