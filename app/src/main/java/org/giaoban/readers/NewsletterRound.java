package org.giaoban.readers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.giaoban.notification.OutsideMail;
import org.giaoban.notification.OutsideMails;
import org.giaoban.platform.Formats;
import org.giaoban.platform.SettingStore;
import org.giaoban.platform.SiteAddress;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.portal.PublishedArticles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the letters whose moment has come: what was published since the last ones, to each subscriber once. */
@Service
@Transactional
class NewsletterRound {

    private static final int MOST_ARTICLES = 30;
    private static final int AT_ONCE = 500;

    private final SubscriberRepository subscribers;
    private final PublishedArticles articles;
    private final OutsideMails mails;
    private final SiteAddress site;
    private final SettingStore settings;
    private final ReaderRulebook rulebook;
    private final Clock clock;

    NewsletterRound(
            SubscriberRepository subscribers,
            PublishedArticles articles,
            OutsideMails mails,
            SiteAddress site,
            SettingStore settings,
            ReaderRulebook rulebook,
            Clock clock) {
        this.subscribers = subscribers;
        this.articles = articles;
        this.mails = mails;
        this.site = site;
        this.settings = settings;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    void run() {
        if (mails.possible()) {
            write(Pace.DAILY);
            write(Pace.WEEKLY);
        }
    }

    private void write(Pace pace) {
        var due = due(pace);
        if (!subscribers.begin(pace, due)) {
            return;
        }
        var since = subscribers.before(pace, due).orElseGet(() -> one(pace, due));
        var news = articles.between(since, due, MOST_ARTICLES);
        var letters = news.isEmpty() ? 0 : sendAll(pace, due, news);
        subscribers.written(new SubscriberRepository.Issue(pace, due, news.size(), letters));
    }

    /** The last moment that has passed. */
    private Instant due(Pace pace) {
        var rules = rulebook.today();
        var today = LocalDate.now(clock);
        var day = pace == Pace.DAILY ? today : today.with(TemporalAdjusters.previousOrSame(rules.weeklyDay()));
        var moment = day.atTime(rules.hour(pace)).atZone(Zone.ID).toInstant();
        return moment.isAfter(clock.instant()) ? one(pace, moment) : moment;
    }

    private static Instant one(Pace pace, Instant moment) {
        return moment.atZone(Zone.ID).minusDays(pace == Pace.DAILY ? 1 : 7).toInstant();
    }

    private int sendAll(Pace pace, Instant due, List<PublishedArticle> news) {
        var sent = 0;
        UUID last = null;
        for (var some = next(pace, last); !some.isEmpty(); some = next(pace, last)) {
            mails.sendAll(some.stream().map(to -> letter(to, due, news)).toList());
            sent += some.size();
            last = some.getLast().id();
        }
        return sent;
    }

    private List<Subscriber> next(Pace pace, @Nullable UUID after) {
        return subscribers.confirmed(pace, after, AT_ONCE);
    }

    private OutsideMail letter(Subscriber to, Instant due, List<PublishedArticle> news) {
        var locale = to.locale();
        var name = settings.value("site.name", Texts.text(locale, "platform.site.name"));
        var leave = site.of(Newsletter.LEAVE + to.token());
        var body = new StringBuilder();
        for (var article : news) {
            body.append(article.title()).append('\n');
            if (!article.lead().isBlank()) {
                body.append(article.lead()).append('\n');
            }
            body.append(site.of(article.href())).append("\n\n");
        }
        var day = Formats.date(due);
        return new OutsideMail(
                to.address(),
                Texts.text(locale, "readers.mail.news-subject", name, day, news.size()),
                Texts.text(locale, "readers.mail.news", name, body, leave),
                leave,
                "news " + to.pace() + " " + due);
    }
}
