package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Nothing of the attacks is left in rich text but words, allowed elements and harmless addresses. */
class AttacksTest {

    private static final Set<String> ELEMENTS = Set.of(
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
            "span");
    private static final Set<String> ATTRIBUTES =
            Set.of("href", "rel", "colspan", "rowspan", "scope", "start", RichText.FIGURE);

    @Test
    void theListIsLong() {
        assertThat(Attacks.all()).hasSizeGreaterThan(140).doesNotHaveDuplicates();
    }

    @Test
    void eachAloneIsHarmless() {
        for (var attack : Attacks.all()) {
            assertHarmless(attack, RichText.clean(attack));
            assertHarmless(attack, RichText.pasted(attack));
        }
    }

    /** Cut, doubled and put into each other, as filters are usually got round. */
    @Test
    void togetherTheyAreHarmlessToo() {
        var seed = Long.getLong("giaoban.seed", 20261122L);
        var random = new Random(seed);
        var attacks = Attacks.all();
        for (var round = 0; round < 5000; round++) {
            var one = attacks.get(random.nextInt(attacks.size()));
            var other = attacks.get(random.nextInt(attacks.size()));
            var at = random.nextInt(one.length());
            var mixed = one.substring(0, at) + other + one.substring(at);
            assertHarmless("seed " + seed + ", round " + round + ": " + mixed, RichText.clean(mixed));
            assertHarmless("seed " + seed + ", round " + round + ": " + mixed, RichText.pasted(mixed));
        }
    }

    private static void assertHarmless(String attack, String clean) {
        var elements = new TreeSet<String>();
        var attributes = new TreeSet<String>();
        for (var element : Jsoup.parseBodyFragment(clean).body().select("body *")) {
            elements.add(element.normalName());
            element.attributes().forEach(attribute -> attributes.add(attribute.getKey()));
            if (element.hasAttr("href")) {
                assertThat(element.attr("href"))
                        .as(attack)
                        .doesNotContainPattern("(?i)^[\\s\\p{Cntrl}]*(javascript|vbscript|data)\\s*:");
            }
        }
        assertThat(ELEMENTS).as(attack).containsAll(elements);
        assertThat(ATTRIBUTES).as(attack).containsAll(attributes);
    }
}
