package org.giaoban.portal;

import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;
import org.jsoup.Jsoup;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Rich text that is safe to show: what a text may hold stays, whatever word processors and attackers add goes. */
public final class RichText {

    /** Marks a place in the text that is bound to a frozen figure. */
    static final String FIGURE = "data-figure";

    static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]?");
    private static final Pattern BEGIN = Pattern.compile("[1-9][0-9]{0,3}");
    private static final String[] ELEMENTS = {
        "p",
        "br",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "strong",
        "b",
        "em",
        "i",
        "u",
        "s",
        "sub",
        "sup",
        "blockquote",
        "hr",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "a",
        "span"
    };

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(ELEMENTS)
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelNofollowOnLinks()
            .allowAttributes("colspan", "rowspan")
            .matching(SPAN)
            .onElements("th", "td")
            .allowAttributes("scope")
            .matching(false, "row", "col")
            .onElements("th")
            .allowAttributes("start")
            .matching(BEGIN)
            .onElements("ol")
            .allowAttributes(FIGURE)
            .matching(UUID_TEXT)
            .onElements("span")
            .toFactory();

    private static final int READINGS = 3;

    private RichText() {}

    /**
     * Only what a text may hold, in one Unicode form; done when it is written and again when it is read. Again until nothing changes any
     * more, for what stands crosswise is put straight one layer at a time.
     */
    public static String clean(String html) {
        var kept = html;
        for (var reading = 0; reading < READINGS; reading++) {
            var again = once(kept);
            if (again.equals(kept)) {
                break;
            }
            kept = again;
        }
        return kept;
    }

    /** What came by the clipboard: first understood as what its author saw, then cleaned like everything else. */
    public static String pasted(String html) {
        return clean(WordPaste.tidy(html));
    }

    /** The last step is always the list of what is allowed, whatever was done before. */
    private static String once(String html) {
        return VietnameseText.nfc(POLICY.sanitize(WordPaste.recognised(html) ? WordPaste.tidy(html) : html));
    }

    /** The words alone. */
    public static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
