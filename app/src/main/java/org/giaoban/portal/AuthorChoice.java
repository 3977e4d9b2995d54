package org.giaoban.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.organization.UnitFinder;
import org.giaoban.people.People;
import org.giaoban.platform.Refused;
import org.giaoban.search.SearchWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who a text is by, chosen from those who wrote before, the register's persons and the units. */
@Service
@Transactional
class AuthorChoice {

    private static final int MOST = 15;
    private static final int NAME = 120;

    private final Articles articles;
    private final ListingRepository listing;
    private final People people;
    private final UnitFinder units;
    private final Clock clock;

    AuthorChoice(Articles articles, ListingRepository listing, People people, UnitFinder units, Clock clock) {
        this.articles = articles;
        this.listing = listing;
        this.people = people;
        this.units = units;
        this.clock = clock;
    }

    /** Who a text may be by: the name as it is printed, of which kind, and where it was found. */
    public record Author(String name, Version.Credit.By kind, String about) {

        public String kindName() {
            return kind.words();
        }
    }

    public record AuthorPage(String href, String title, String words, String now, List<Author> found) {}

    @Transactional(readOnly = true)
    AuthorPage page(ArticleId id, String words) {
        var whole = articles.writable(id);
        var found = new LinkedHashMap<String, Author>();
        if (!SearchWords.of(words).words().isEmpty()) {
            listing.authors(whole.article().unit(), SearchWords.of(words), MOST)
                    .forEach(each -> found.putIfAbsent(each.name(), each));
            people.search(words, MOST)
                    .forEach(each -> found.putIfAbsent(
                            each.name(), new Author(each.name(), Version.Credit.By.PERSON, each.code())));
            units.find(words, LocalDate.now(clock), Capability.ORGANIZATION_READ, MOST)
                    .forEach(each -> found.putIfAbsent(
                            each.name(), new Author(each.name(), Version.Credit.By.UNIT, each.code())));
        }
        var story = whole.version().story();
        return new AuthorPage(
                "/articles/" + id,
                story.title(),
                words,
                story.credit().shown(),
                found.values().stream().limit(2 * MOST).toList());
    }

    void by(ArticleId id, Version.Credit.By kind, String name) {
        var version = articles.writable(id).version();
        if (name.isEmpty() || name.length() > NAME) {
            throw new Refused("portal.author.name-wrong", NAME);
        }
        articles.save(id, version.hands().revision(), version.story().by(kind, name));
    }
}
