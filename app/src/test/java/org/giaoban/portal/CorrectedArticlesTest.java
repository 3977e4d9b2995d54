package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Fact;
import org.giaoban.indicators.FactSource;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Texts whose figures the register has corrected come to their writers however many texts there are. */
@GiaoBanTest(story = "vu-quang-2018-11")
class CorrectedArticlesTest {

    private static final Period OCTOBER = Period.month(2018, 10);

    private static final String CROWD = """
            with fresh as (select uuidv7() as article, uuidv7() as version, n from generate_series(1, ?) n),
            article as (
                insert into portal.article (id, unit_id, slug, created_at, first_published_at)
                select f.article, u.unit_id, 'dong-' || n, now(), now()
                from fresh f, (select unit_id from portal.article limit 1) u
            ), version as (
                insert into portal.version (id, article_id, number, state, category, title, lead, body, fold, byline, source, caption,
                    alt, author_account_id, author_name, editor_account_id, changed_at, approver_account_id, approver_name, published_at)
                select f.version, f.article, 1, 'PUBLISHED', 'xay-dung-dang', 'Bài', '', '', 'bai', '', '', '', '',
                    w.id, 'Thu Hà', w.id, now(), p.id, 'Minh', now()
                from fresh f, (select id from identity.account where login = 'bientap') w,
                    (select id from identity.account where login = 'duyet') p
            )
            insert into portal.figure_use (version_id, figure_id) select version, uuidv7() from fresh""";

    @Autowired
    CorrectedArticles corrected;

    @Autowired
    FigureRound round;

    @Autowired
    BoundFigures bound;

    @Autowired
    Figures register;

    @Autowired
    Newsroom newsroom;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Organization organization;

    @Autowired
    DSLContext db;

    @Test
    void aTextIsFoundAlsoWhenMoreThanAThousandFiguresWerePrintedSince() {
        var id = published();
        db.execute(CROWD, 2_100);
        round.run();
        assertThat(found()).doesNotContain(id);
        var source = new FactSource("history", UUID.randomUUID(), "Sửa số");
        var commune = organization.idOf("SL-01");
        var before =
                viewer.as(Viewer.SYSTEM, () -> register.own(commune, OCTOBER)).get("TC17");

        viewer.run(Viewer.SYSTEM, () -> register.put(source, commune, OCTOBER, List.of(fact(Figure.of(777)))));
        round.run();
        assertThat(found()).contains(id);

        viewer.run(Viewer.SYSTEM, () -> register.put(source, commune, OCTOBER, List.of(fact(before))));
        round.run();
        assertThat(found()).doesNotContain(id);
    }

    private List<ArticleId> found() {
        return viewer.as(newsroom.author(), () -> corrected.mine(50)).stream()
                .map(CorrectedArticles.Corrected::article)
                .toList();
    }

    private static Fact fact(Figure figure) {
        return new Fact("TC17", figure, null);
    }

    private ArticleId published() {
        var figure = viewer.as(newsroom.author(), () -> bound.take(newsroom.unit(), "TC17", OCTOBER));
        var body = "<p>Kết nạp " + ArticleHtml.bound(figure.id(), figure.text()) + " đảng viên.</p>";
        return newsroom.published(Newsroom.story("Bài đã lâu", body));
    }
}
