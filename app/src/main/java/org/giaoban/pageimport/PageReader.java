package org.giaoban.pageimport;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Reads one saved page of whatever portal: letters, blocks, the place of the text, and then each of its parts. */
final class PageReader {

    static final int MOST_BYTES = 4 << 20;

    private static final Pattern MARKUP =
            Pattern.compile("(?is)<(!doctype html|html|head|body|div|p|table|br|span|article|h[1-6])\\b");
    private static final int DEEPEST = 256;

    private final PageWords words;
    private final LocalDate today;

    PageReader(PageWords words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    ReadPage read(byte[] bytes) {
        var cut = bytes.length > MOST_BYTES;
        var letters = PageText.of(cut ? java.util.Arrays.copyOf(bytes, MOST_BYTES) : bytes);
        var layout = layout(letters.text());
        return new TextParts(layout, today).read(letters, cut);
    }

    private Layout layout(String text) {
        var probe = text.substring(0, Math.min(text.length(), 1 << 16));
        if (!MARKUP.matcher(probe).find()) {
            return Layout.of(PlainBlocks.of(text), PageHead.NONE, words);
        }
        var parser = Parser.htmlParser();
        parser.setMaxDepth(DEEPEST);
        var document = Jsoup.parse(text, "", parser);
        return Layout.of(HtmlBlocks.of(document.body()), PageHead.of(document), words);
    }
}
