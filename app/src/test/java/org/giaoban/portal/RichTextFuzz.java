package org.giaoban.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.giaoban.testing.Havoc;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Whatever is pasted, what is kept holds nothing that a browser runs, loads or sends. */
public final class RichTextFuzz {

    private static final Set<String> ATTRIBUTES =
            Set.of("href", "rel", "colspan", "rowspan", "scope", "start", "data-figure");

    private static final Set<String> RUNNING = Set.of(
            "script",
            "style",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "img",
            "video",
            "link",
            "meta",
            "base",
            "template");

    private static final Pattern RUN = Pattern.compile("(?i)(javascript|data|vbscript):");

    private static final List<byte[]> SEEDS = List.of(
            bytes(
                    "<p class=MsoNormal style='mso-list:l0 level1 lfo1'><b>Một</b><o:p></o:p></p><table><tr><td colspan=2>a</table>"),
            bytes("<a href='javascript:alert(1)' onclick=alert(1) hx-get=/x>x</a><svg><script>alert(1)</script></svg>"),
            bytes(
                    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>"),
            bytes(
                    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'><a href='&#106;avascript&colon;x'>y</a>"),
            bytes(
                    "<ul><li>a<ol start=3><li>b</ol></ul><span data-figure='0192f0c4-0000-7000-8000-000000000000'>5</span>"));

    private RichTextFuzz() {}

    public static void fuzzerTestOneInput(byte[] program) {
        var typed = new String(Havoc.file(program, SEEDS), StandardCharsets.UTF_8);
        var kept = RichText.clean(typed);
        harmless(kept);
        harmless(RichText.clean(kept));
    }

    private static void harmless(String kept) {
        for (var element : Jsoup.parseBodyFragment(kept).body().getAllElements()) {
            if (RUNNING.contains(element.normalName()) || !plain(element)) {
                throw new IllegalStateException("kept " + element.outerHtml());
            }
        }
    }

    private static boolean plain(Element element) {
        return element.attributes().asList().stream()
                .allMatch(attribute -> ATTRIBUTES.contains(attribute.getKey())
                        && !RUN.matcher(attribute.getValue().replaceAll("[\\p{Cntrl}\\s]", ""))
                                .lookingAt());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
