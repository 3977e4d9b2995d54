package org.giaoban.pageimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.giaoban.pageimport.Block.Kind;
import org.giaoban.pageimport.ReadPage.Part;

/** Puts the parts of one page together, each block used once. */
final class TextParts {

    private static final int LONGEST_LEAD = 900;
    private static final int HEADING = 150;

    private final Layout page;
    private final LocalDate today;
    private final Places places;
    private final List<Part> body = new ArrayList<>();
    private final List<String> captions = new ArrayList<>();
    private Optional<Found<String>> title = Optional.empty();
    private Optional<Found<String>> place = Optional.empty();
    private Optional<Found<String>> lead = Optional.empty();

    TextParts(Layout page, LocalDate today) {
        this.page = page;
        this.today = today;
        this.places = new Places(page.words());
    }

    ReadPage read(PageText letters, boolean cut) {
        var titles = new Titles(page);
        var found = page.span().empty() ? Optional.<Titles.Title>empty() : titles.find();
        var at = found.map(Titles.Title::index).orElse(-1);
        title = found.map(Titles.Title::text);
        var credits = Credits.find(page, at);
        if (!page.span().empty()) {
            gather(at, new HashSet<>(credits.used()));
        }
        opening(at);
        var stamps = new Stamps(page);
        var told = stamps.told(title.map(Found::value).orElse(""), paragraphs());
        var stamp = page.span().empty() ? Optional.<Found<LocalDate>>empty() : stamps.find(at);
        var read = new ReadPage(
                letters.writing(),
                title,
                title.isEmpty()
                        ? titles.proposal(
                                paragraphs().isEmpty() ? "" : paragraphs().getFirst())
                        : "",
                stamp.or(() -> told),
                place,
                lead,
                List.copyOf(body),
                List.copyOf(captions),
                Shots.of(page, at),
                credits.byline(),
                credits.source(),
                List.of());
        return Doubts.of(read, new Doubts.Circumstances(letters, cut, told, credits.emptySource(), today));
    }

    private List<String> paragraphs() {
        var paragraphs = new ArrayList<String>();
        lead.ifPresent(found -> paragraphs.add(found.value()));
        body.forEach(part -> paragraphs.add(part.text()));
        return paragraphs;
    }

    private void gather(int title, Set<Integer> used) {
        var finder = new Captions(page);
        var first =
                title < 0 ? page.span().from() : Math.min(title + 1, page.span().from());
        var last = page.tail().isEmpty() ? page.span().to() : page.tail().getLast();
        for (var i = first; i <= last; i++) {
            if (i != title && !used.contains(i)) {
                block(i, finder);
            }
        }
    }

    private void block(int index, Captions finder) {
        var block = page.at(index);
        var inside = index >= page.span().from() && index <= page.span().to();
        if (page.around().stray(block) || page.besides(block) || page.stamp(block)) {
            return;
        }
        if (finder.is(index)) {
            var caption = Captions.text(block.text());
            if (!caption.isEmpty() && !captions.contains(caption)) {
                captions.add(caption);
            }
        } else if (inside || index > page.span().to() && endingInside(block)) {
            body.add(part(block, index));
        } else if (index < page.span().from() && leading(block)) {
            body.add(part(block, index));
        }
    }

    /** A short last sentence in the text's own container. */
    private boolean endingInside(Block block) {
        var box = page.span().box();
        return box != null && block.closed() && block.words() >= 3 && MainPart.inside(block.home(), box);
    }

    /** A lead in a container of its own above the text. */
    private boolean leading(Block block) {
        return page.words().named("leadNames", block.look().names())
                || block.words() >= 12 && (block.look().bold() || page.around().prose(block));
    }

    private Part part(Block block, int index) {
        var text = index >= page.span().to() - 2 ? Credits.withoutCredit(block.text()) : block.text();
        if (block.kind() == Kind.TABLE) {
            return new Part(Part.Kind.TABLE, text);
        }
        if (block.kind() == Kind.ITEM) {
            return new Part(Part.Kind.ITEM, text);
        }
        var short_ = text.length() <= HEADING && !block.closed() && !text.endsWith(":") && !text.endsWith(",");
        var heading = short_
                && (block.look().level() > 0 || block.look().bold() || text.matches("([IVX]+|\\d{1,2})[.)]\\s.*"));
        return new Part(heading ? Part.Kind.HEADING : Part.Kind.PARAGRAPH, text);
    }

    /** The lead is the first paragraph of a text that has more; what stands before it is its place. */
    private void opening(int index) {
        kicker(index);
        title = title.map(found -> places.prefix(found.value())
                .map(begun -> {
                    place = place.or(() -> Optional.of(Found.sure(begun.place())));
                    return new Found<>(begun.rest(), found.certainty());
                })
                .orElse(found));
        if (!body.isEmpty() && body.getFirst().kind() == Part.Kind.PARAGRAPH) {
            var first = dateline(body.removeFirst().text());
            if (first.length() <= LONGEST_LEAD && !body.isEmpty()) {
                lead = Optional.of(Found.likely(first));
            } else {
                body.addFirst(new Part(Part.Kind.PARAGRAPH, first));
            }
        }
        var texts = new ArrayList<String>();
        title.ifPresent(found -> texts.add(found.value()));
        texts.addAll(paragraphs().stream().limit(2).toList());
        place = place.or(() -> places.named(texts).map(Found::guessed));
    }

    private void kicker(int title) {
        for (var i = Math.max(0, title - 3); i < title; i++) {
            var line = page.at(i);
            place = place.or(() -> places.kicker(line.text()).map(Found::sure));
        }
    }

    private String dateline(String text) {
        var sign = text.matches("(?s)\\(\\p{Lu}{2,8}\\)\\s+\\p{Lu}.*");
        var begun = places.dateline(sign ? text.replaceFirst("\\)\\s+", ") - ") : text);
        if (begun.isEmpty()) {
            return text;
        }
        if (!places.sign(begun.get().place())) {
            place = place.or(() -> Optional.of(Found.sure(begun.get().place())));
        }
        return begun.get().rest();
    }
}
