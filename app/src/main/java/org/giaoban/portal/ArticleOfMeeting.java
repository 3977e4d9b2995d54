package org.giaoban.portal;

import java.util.Optional;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingNews;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads from a closed meeting to the article about it: the public one for everybody, the draft for those who work on it. */
@Component
@Transactional(readOnly = true)
class ArticleOfMeeting implements MeetingNews {

    private final ArticleRepository articles;
    private final Access access;

    ArticleOfMeeting(ArticleRepository articles, Access access) {
        this.articles = articles;
        this.access = access;
    }

    @Override
    public Optional<News> about(MeetingId meeting, UnitId unit) {
        var article = articles.ofMeeting(meeting.value());
        if (article.isEmpty()) {
            return access.allows(Capability.ARTICLE_WRITE, unit)
                    ? Optional.of(new News(null, "/articles/from-meeting/" + meeting.value()))
                    : Optional.empty();
        }
        return text(article.get()).map(text -> new News(text, null));
    }

    private Optional<Text> text(Article article) {
        var works = access.allows(Capability.ARTICLE_WRITE, article.unit())
                || access.allows(Capability.ARTICLE_APPROVE, article.unit());
        return articles.versions(article.id()).stream()
                .filter(version -> works || version.state() == Version.State.PUBLISHED)
                .findFirst()
                .map(version -> new Text(
                        version.story().title(),
                        works
                                ? "/articles/" + article.id()
                                : "/tin/" + version.story().category() + "/" + article.slug(),
                        ArticleController.tone(version.state()),
                        Texts.text("portal.state." + version.state().key())));
    }
}
