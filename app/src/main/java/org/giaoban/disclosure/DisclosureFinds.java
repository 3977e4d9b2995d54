package org.giaoban.disclosure;

import static java.util.Comparator.comparing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.portal.PublicFinds;
import org.giaoban.portal.RichText;
import org.giaoban.search.SearchWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents, pages, series of figures and public work in visitors' search. */
@Component
class DisclosureFinds implements PublicFinds {

    private static final Set<Kind> KINDS = EnumSet.of(Kind.PAPER, Kind.PAGE, Kind.SERIES, Kind.WORK);

    /** Among so many of the newest those with the words in the title come first. */
    private static final int LOOKED_AT = 40;

    private final ReleasedRepository released;

    DisclosureFinds(ReleasedRepository released) {
        this.released = released;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Find> find(SearchWords words, int limit) {
        return released.holding(KINDS, words, LOOKED_AT).stream()
                .sorted(comparing((Released each) -> !words.in(named(each))))
                .limit(limit)
                .map(each -> new Find(each.href(), each.title(), text(each), about(each)))
                .toList();
    }

    private static String named(Released each) {
        return each.facts().text("symbol") + " " + each.title();
    }

    private static String text(Released each) {
        var facts = each.facts();
        return Stream.of("issuer", "place", "host", "note", "result", "body")
                .map(facts::told)
                .map(RichText::plain)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(". "));
    }

    private static String about(Released each) {
        var symbol = each.facts().text("symbol");
        var kind = symbol.isEmpty() ? each.kind().label() : each.kind().label() + " " + symbol;
        return each.kind() == Kind.PAGE ? kind : kind + " · " + each.day();
    }
}
