package org.giaoban.pageimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds who wrote a text and where it was taken from: under the text, above it, or at the end of its last line. */
final class Credits {

    private static final int LONGEST = 110;
    private static final Pattern BY = Pattern.compile("(?iu)^(?:viết bởi|đăng bởi|bởi|by)\\s*:?\\s+");
    private static final Pattern ROLE = Pattern.compile("\\([\\p{L} .,-]{2,40}\\)");
    private static final Pattern LABEL = Pattern.compile("^[(]?([^:：]{2,30})\\s*[:：]\\s*(.*?)[)]?$");
    private static final Pattern FROM =
            Pattern.compile("(?iu)^[(\\[]?\\s*(?:theo|dẫn theo|trích)\\s+([\\p{Lu}\"“'a-z][^:;!?]{2,70}?)[)\\].]*$");
    private static final Pattern INLINE_FROM =
            Pattern.compile("(?iu)\\((?:theo|nguồn:?|dẫn theo)\\s*:?\\s*([^()]{2,60})\\)[.\\s]*$");
    private static final Pattern INLINE_NAME =
            Pattern.compile("\\.\\s*/\\s*\\.?\\s*(" + Signatures.PART + "(?:\\s" + Signatures.PART + "){1,4})\\s*$");
    private static final Pattern PICTURES = Pattern.compile("(?iu)\\s*[;.,–—-]\\s*ảnh\\s*:.*$");

    private final Layout page;
    private Optional<Found<String>> byline = Optional.empty();
    private Optional<Found<String>> source = Optional.empty();
    private boolean emptySource;

    private Credits(Layout page) {
        this.page = page;
    }

    /** What was found, and whether a label for the source stood there with nothing behind it. */
    record Names(
            Optional<Found<String>> byline, Optional<Found<String>> source, boolean emptySource, List<Integer> used) {}

    static Names find(Layout page, int title) {
        var credits = new Credits(page);
        var used = new ArrayList<Integer>();
        var end = new ArrayList<Integer>();
        for (var i = page.span().to();
                i >= Math.max(page.span().from(), page.span().to() - 2);
                i--) {
            credits.ending(page.at(i).text());
        }
        end.addAll(page.tail());
        end.forEach(i -> credits.take(i, true, used));
        for (var i = Math.max(0, title < 0 ? page.span().from() - 4 : title - 2);
                i < page.span().from();
                i++) {
            if (i != title) {
                credits.take(i, false, used);
            }
        }
        credits.inner(used);
        credits.head();
        return new Names(credits.byline, credits.source, credits.emptySource, used);
    }

    /** A labelled line may stand before the last sentence, when a note follows it. */
    private void inner(List<Integer> used) {
        for (var i = page.span().from(); i <= page.span().to(); i++) {
            if (page.at(i).text().length() <= LONGEST && !page.around().prose(page.at(i))) {
                labelled(i, used);
            }
        }
    }

    private void take(int index, boolean below, List<Integer> used) {
        var block = page.at(index);
        if (block.text().length() > LONGEST || block.look().level() > 0 || block.kind() == Block.Kind.PICTURE) {
            return;
        }
        if (labelled(index, used)) {
            return;
        }
        var named = page.words().named("authorNames", block.look().names());
        var next = index == page.span().to() + 1;
        ending(block.text());
        var text = INLINE_FROM
                .matcher(BY.matcher(block.text()).replaceFirst(""))
                .replaceFirst("")
                .strip();
        var marked = named || block.look().bold() || block.look().aside() || next;
        if (byline.isEmpty()
                && (below || named)
                && (named && !page.around().tool(block) || !page.around().stray(block))
                && !page.words().whole("machines", text)
                && (Signatures.person(text, marked)
                        || named && !below && page.words().begins("offices", text)
                        || below && (Signatures.signed(text, next) || Signatures.withRole(text, page.words())))) {
            byline = Optional.of(named ? Found.sure(text) : Found.likely(text));
            used.add(index);
        } else if (below && byline.isPresent() && ROLE.matcher(block.text()).matches()) {
            byline = byline.map(found -> new Found<>(found.value() + " " + block.text(), found.certainty()));
            used.add(index);
        } else if (below && byline.isEmpty() && office(block)) {
            byline = Optional.of(Found.likely(text));
            used.add(index);
        }
    }

    private boolean labelled(int index, List<Integer> used) {
        var text = page.at(index).text();
        var from = FROM.matcher(text);
        var label = LABEL.matcher(text);
        if (label.matches()
                && page.words().begins("sources", label.group(1))
                && label.group(1).split(" ").length <= 3) {
            emptySource = label.group(2).isBlank();
            setSource(Found.sure(trimmed(label.group(2))));
        } else if (label.matches()
                && page.words().begins("bylines", label.group(1))
                && label.group(1).split("[ ,]+").length <= 4
                && writer(label.group(2))) {
            byline = byline.or(() -> Optional.of(
                    Found.sure(PICTURES.matcher(trimmed(label.group(2))).replaceFirst(""))));
        } else if (index > page.span().from() && from.matches() && from.group(1).split(" ").length <= 9) {
            setSource(Found.likely(trimmed(from.group(1))));
        } else {
            return false;
        }
        used.add(index);
        return true;
    }

    private void setSource(Found<String> found) {
        if (source.isEmpty() && !found.value().isBlank()) {
            source = Optional.of(found);
        }
    }

    private void ending(String text) {
        var from = INLINE_FROM.matcher(text);
        if (from.find()) {
            setSource(Found.likely(trimmed(from.group(1))));
        }
        var name = INLINE_NAME.matcher(text);
        if (name.find() && byline.isEmpty()) {
            byline = Optional.of(Found.likely(name.group(1)));
        }
    }

    /** The last line without the name or source that was written behind its end. */
    static String withoutCredit(String text) {
        return INLINE_NAME
                .matcher(INLINE_FROM.matcher(text).replaceFirst(""))
                .replaceFirst("./.")
                .strip();
    }

    private void head() {
        var said = page.head().author();
        if (byline.isEmpty()
                && said.contains(" ")
                && !page.words().whole("machines", said)
                && (Signatures.person(said, true) || page.words().begins("offices", said))) {
            byline = Optional.of(Found.likely(said));
        }
    }

    private boolean writer(String text) {
        return text.length() >= 2
                && text.length() <= 80
                && !page.words().whole("machines", text)
                && (text.matches("\\p{Lu}.*") || page.words().begins("offices", text));
    }

    private boolean office(Block block) {
        var text = block.text();
        return text.length() <= 80
                && !block.closed()
                && text.matches("\\p{Lu}.*")
                && page.words().begins("offices", text)
                && !page.words().holds("captionVerbs", text)
                && !page.around().stray(block);
    }

    private static String trimmed(String text) {
        return text.strip()
                .replaceFirst("[.,;)\\]\\s]+$", "")
                .replaceFirst("^[\"“(\\s]+", "")
                .replaceFirst("[\"”]$", "");
    }
}
