package org.giaoban.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The accessibility checker, brought into a page once however often it looks: to bring it costs as much as a look. */
public final class Axe {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Only of what is wrong every place is wanted: to name the many right ones takes axe most of its time. */
    private static final String LOOK = """
            async rules => (await axe.run({runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})).violations
                .map(rule => rule.id + ' at ' + rule.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', '))
            """;

    private static final String CODE = code();

    private Axe() {}

    /** What is wrong with the page as it is shown now: the rule and up to three places. */
    public static List<String> violations(Page page) {
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(CODE);
        }
        return ((List<?>) page.evaluate(LOOK, RULES))
                .stream().map(String::valueOf).toList();
    }

    private static String code() {
        try (var in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
