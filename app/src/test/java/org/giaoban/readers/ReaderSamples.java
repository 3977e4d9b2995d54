package org.giaoban.readers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.kernel.Uuid7;
import org.giaoban.portal.PublishedArticle;
import org.springframework.stereotype.Component;

/** A comment and a report for the matrix's own unit, and the story's news for visitors. */
@Component
class ReaderSamples implements MatrixSamples {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String LEAVING = "fedcba9876543210fedcba9876543210";
    private static final Instant AT = Instant.parse("2018-10-31T03:00:00Z");

    private final Visitors visitors;
    private final ReaderCommentRepository comments;
    private final ErrorReportRepository reports;
    private final WordRepository words;
    private final SubscriberRepository subscribers;

    ReaderSamples(
            Visitors visitors,
            ReaderCommentRepository comments,
            ErrorReportRepository reports,
            WordRepository words,
            SubscriberRepository subscribers) {
        this.visitors = visitors;
        this.comments = comments;
        this.reports = reports;
        this.words = words;
        this.subscribers = subscribers;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var open = visitors.article("giao-ban");
        var own = new PublishedArticle(open.id(), world.own(), open.title(), open.lead(), open.href(), open.at());
        var samples = new ArrayList<Sample>();
        for (var act : List.of("show", "refuse", "take-down", "reply")) {
            var id = comments.insert(own, new Comment.Written("Mẫu thử", "Ý kiến mẫu", "", AT));
            samples.add(Sample.of("/readers/comments/{id}/" + act, Map.of("id", id), world.own()));
        }
        var report = reports.insert(own, new ErrorReport.Seen("", "Lỗi mẫu", AT));
        samples.add(Sample.of("/readers/reports/{id}/done", Map.of("id", report), world.own()));
        words.add(WordEffect.MARK, "từ mẫu", LocalDate.of(2018, 1, 1));
        var word =
                words.of(WordEffect.MARK, LocalDate.of(2018, 11, 1)).getFirst().id();
        samples.add(
                Sample.of("/readers/words/{id}/end", Map.of("id", word), null).with(Map.of("last", "2018-12-01")));
        samples.add(Sample.of("/readers/rules/{day}/drop", Map.of("day", LocalDate.of(2018, 12, 1)), null));
        subscribers.insert(new Subscriber(Uuid7.next(), "mau@songlam.example", Pace.DAILY, "vi", TOKEN, null), AT);
        subscribers.insert(new Subscriber(Uuid7.next(), "di@songlam.example", Pace.DAILY, "vi", LEAVING, null), AT);
        samples.addAll(open(open));
        return samples;
    }

    private static List<Sample> open(PublishedArticle article) {
        var id = Map.of("article", article.id());
        var token = Map.of("token", TOKEN);
        var samples = new ArrayList<Sample>();
        for (var page : List.of("/y-kien", "/bao-loi", "/danh-gia", "/cam-on")) {
            samples.add(Sample.of("/ban-doc/{article}" + page, id, null).with(Map.of("stars", "4")));
        }
        samples.add(Sample.of("/ban-tin/xac-nhan/{token}", token, null));
        samples.add(Sample.of("/ban-tin/huy/{token}", Map.of("token", LEAVING), null));
        return samples;
    }
}
