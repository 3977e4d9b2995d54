package org.giaoban.pageimport;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.pageimport.Block.Kind;
import org.jsoup.nodes.Element;

/** Finds the pictures that belong to the text: between its title and its end, not in a box that calls itself something else. */
final class Shots {

    static final int MOST = 41;

    private static final Pattern FILE = Pattern.compile("(?i)\\.(jpe?g|png|gif|webp|bmp)\\b|\\d{6}");
    private static final int SMALLEST = 120;
    private static final int LONGEST = 300;
    /** Where pages write the address of a picture that is fetched only when it comes into sight. */
    private static final List<String> ADDRESSES =
            List.of("data-src", "data-original", "data-lazy-src", "data-lazy", "src");

    private final Layout page;
    private final Captions captions;

    private Shots(Layout page) {
        this.page = page;
        this.captions = new Captions(page);
    }

    static List<Shot> of(Layout page, int title) {
        if (page.span().empty()) {
            return List.of();
        }
        var finder = new Shots(page);
        var first =
                title < 0 ? page.span().from() : Math.min(title + 1, page.span().from());
        var last = page.tail().isEmpty() ? page.span().to() : page.tail().getLast();
        var shots = new ArrayList<Shot>();
        for (var at = Math.max(0, first - (title < 0 ? 2 : 0)); at <= last && shots.size() < MOST; at++) {
            finder.at(at).filter(shot -> !shots.contains(shot)).forEach(shots::add);
        }
        return List.copyOf(shots);
    }

    private Stream<Shot> at(int index) {
        var block = page.at(index);
        var image = block.home();
        if (block.kind() != Kind.PICTURE || image == null || page.besides(block) || small(image)) {
            return Stream.empty();
        }
        var references = references(image);
        return references.isEmpty()
                ? Stream.empty()
                : Stream.of(new Shot(references, alt(block.text()), caption(index + 1)));
    }

    /** Icons and counters say how small they are. */
    private static boolean small(Element image) {
        return size(image.attr("width")) < SMALLEST || size(image.attr("height")) < SMALLEST / 2;
    }

    private static int size(String written) {
        var digits = written.strip().replaceFirst("(?i)px$", "");
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }

    private static List<String> references(Element image) {
        var listed = image.attr("srcset").strip().split("[\\s,]+", 2)[0];
        return Stream.concat(ADDRESSES.stream().map(image::attr), Stream.of(listed))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }

    /** Words for who cannot see it; the name of a file or the title once more says nothing. */
    private String alt(String written) {
        if (written.length() > LONGEST
                || !written.contains(" ")
                || FILE.matcher(written).find()) {
            return "";
        }
        var titles = Stream.of(page.head().title(), page.head().windowTitle());
        return titles.anyMatch(each -> same(each, written)) ? "" : written;
    }

    private static boolean same(String title, String written) {
        return VietnameseText.fold(title).contains(VietnameseText.fold(written));
    }

    private String caption(int next) {
        return next < page.blocks().size() && captions.is(next)
                ? Captions.text(page.at(next).text())
                : "";
    }
}
