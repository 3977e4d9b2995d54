package org.giaoban.readers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.pages.KeptPages;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Zone;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.portal.PublishedArticles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What readers of a story's site have said before it begins; a story that was loaded before stays as it is. */
@Component
@Transactional
class ReadersStory implements StoryPart {

    private static final String FILE = "readers.yaml";
    private static final String MODERATOR = "Ban biên tập";
    private static final int MOST_ARTICLES = 200;

    private final PublishedArticles articles;
    private final ReaderCommentRepository comments;
    private final ErrorReportRepository reports;
    private final RatingRepository ratings;
    private final SubscriberRepository subscribers;
    private final VisitRepository visits;
    private final KeptPages pages;

    ReadersStory(
            PublishedArticles articles,
            ReaderCommentRepository comments,
            ErrorReportRepository reports,
            RatingRepository ratings,
            SubscriberRepository subscribers,
            VisitRepository visits,
            KeptPages pages) {
        this.articles = articles;
        this.comments = comments;
        this.reports = reports;
        this.ratings = ratings;
        this.subscribers = subscribers;
        this.visits = visits;
        this.pages = pages;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public void load(Story story) {
        var before = story.today();
        if (!story.has(FILE) || subscribers.count(Pace.WEEKLY) > 0) {
            return;
        }
        var pack = story.yaml(FILE, Map.class);
        var published = articles.between(
                Instant.EPOCH, before.plusDays(1).atStartOfDay(Zone.ID).toInstant(), MOST_ARTICLES);
        for (var each : list(pack, "articles")) {
            said(published, (Map<?, ?>) each);
        }
        visits(group(pack, "visits"), before);
        letters(pack);
        pages.changed();
    }

    private void said(List<PublishedArticle> published, Map<?, ?> facts) {
        var slug = value(facts, "slug");
        var article = published.stream()
                .filter(each -> each.href().contains("/" + slug))
                .findFirst()
                .orElseThrow(() -> new NotFound(slug));
        var stars = list(facts, "votes").stream()
                .mapToInt(each -> Integer.parseInt(each.toString()))
                .summaryStatistics();
        ratings.start(article.id(), new Rating((int) stars.getCount(), (int) stars.getSum()));
        list(facts, "comments").forEach(each -> comment(article, (Map<?, ?>) each));
        list(facts, "reports").forEach(each -> report(article, (Map<?, ?>) each));
    }

    private void comment(PublishedArticle article, Map<?, ?> facts) {
        var at = Instant.parse(value(facts, "at"));
        var body = value(facts, "body");
        var marks = body.contains("bao che") ? "bao che" : "";
        var id = comments.insert(article, new Comment.Written(value(facts, "author"), body, marks, at));
        var state = Comment.State.valueOf(value(facts, "state"));
        var hand = new ReaderCommentRepository.Hand(MODERATOR, at.plusSeconds(5400));
        if (state != Comment.State.WAITING) {
            comments.decide(id, Comment.State.WAITING, state, hand);
        }
        if (facts.get("reply") != null) {
            comments.reply(id, value(facts, "reply"), hand);
        }
    }

    private void report(PublishedArticle article, Map<?, ?> facts) {
        var at = Instant.parse(value(facts, "at"));
        var id = reports.insert(article, new ErrorReport.Seen(value(facts, "quote"), value(facts, "remark"), at));
        if (facts.get("done") != null) {
            reports.done(id, value(facts, "done"), new ReaderCommentRepository.Hand(MODERATOR, at.plusSeconds(86_400)));
        }
    }

    /** So many days before the story, each a little different. */
    private void visits(Map<?, ?> facts, LocalDate before) {
        var days = number(facts, "days");
        for (var back = 1; back <= days; back++) {
            var day = before.minusDays(back);
            visits.add(day, number(facts, "base") + (day.toEpochDay() * 37 % number(facts, "swing")));
        }
    }

    private void letters(Map<?, ?> pack) {
        var facts = group(pack, "subscribers");
        var since = Instant.parse("2018-09-01T00:00:00Z");
        add("hangngay", Pace.DAILY, number(facts, "daily"), since);
        add("hangtuan", Pace.WEEKLY, number(facts, "weekly"), since);
        for (var each : list(pack, "issues")) {
            var issue = (Map<?, ?>) each;
            var pace = Pace.valueOf(value(issue, "pace"));
            var until = Instant.parse(value(issue, "until"));
            subscribers.begin(pace, until);
            subscribers.written(
                    new SubscriberRepository.Issue(pace, until, number(issue, "articles"), number(issue, "letters")));
        }
    }

    private void add(String name, Pace pace, int count, Instant since) {
        for (var one = 1; one <= count; one++) {
            var address = name + one + "@songlam.example";
            var token = UUID.randomUUID().toString().replace("-", "");
            subscribers.insert(new Subscriber(Uuid7.next(), address, pace, "vi", token, since), since);
        }
    }

    private static List<?> list(Map<?, ?> facts, String name) {
        return facts.get(name) instanceof List<?> found ? found : List.of();
    }

    private static Map<?, ?> group(Map<?, ?> facts, String name) {
        return facts.get(name) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static String value(Map<?, ?> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name).toString();
    }

    private static int number(Map<?, ?> facts, String name) {
        return Integer.parseInt(value(facts, name));
    }
}
