package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** A search among more articles than it looks at first. */
@GiaoBanTest
@Transactional
class NewestFirstSearchTest {

    @Autowired
    PublicSite site;

    @Autowired
    DSLContext db;

    /** One a day from the first of May 2001: everywhere the same words, one old headline that no other has. */
    @BeforeEach
    void twelveThousandArticles() {
        db.execute("""
                insert into portal.article (id, unit_id, slug, created_at, first_published_at)
                select uuidv7(), uuidv7(), 'bai-cu-' || n, at, at
                from generate_series(1, 12000) n, lateral (select timestamptz '2001-05-01 08:00+07' + n * interval '12 hours' as at) d""");
        db.execute("""
                insert into portal.version (id, article_id, number, state, category, title, lead, body, fold, byline, source, caption, alt,
                    author_account_id, author_name, editor_account_id, changed_at, approver_account_id, approver_name, published_at)
                select uuidv7(), a.id, 1, 'PUBLISHED', 'xay-dung-dang', t.title, '', '<p>Thường xuyên.</p>', t.fold || E'\n thuong xuyen',
                    '', '', '', '', w.id, '', w.id, a.created_at, p.id, '', a.created_at
                from portal.article a,
                    lateral (select case a.slug when 'bai-cu-5' then 'Bến đò xưa' else 'Bài ' || a.slug end as title,
                        case a.slug when 'bai-cu-5' then 'ben do xua' else 'bai ' || a.slug end as fold) t,
                    (select uuidv7() as id) w, (select uuidv7() as id) p
                where a.slug like 'bai-cu-%'""");
    }

    @Test
    void theNewestOfMoreThanEnoughComeFirst() {
        assertThat(found("thường xuyên", ""))
                .hasSize(20)
                .doesNotHaveDuplicates()
                .startsWith("Bài bai-cu-12000");
        assertThat(found("thường xuyên", "2002-05-01")).hasSize(20).startsWith("Bài bai-cu-731");
    }

    @Test
    void whatIsRareIsFoundHoweverOld() {
        assertThat(found("bến đò xưa", "")).containsExactly("Bến đò xưa");
        assertThat(found("xưa thường xuyên", "")).containsExactly("Bến đò xưa");
    }

    private List<String> found(String words, String until) {
        return site.search(ArticleQuery.of(words, "", "", until, "1"), 20).stream()
                .map(each -> each.teaser().title())
                .toList();
    }
}
