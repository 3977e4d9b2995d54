package org.giaoban.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.SQLException;
import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Twenty thousand of everything: the one that is looked for is found by index, no table is read from end to end. */
@GiaoBanTest(story = "vu-quang-2018-11")
class SearchAtSizeTest {

    private static final List<String> MANY = List.of("""
            insert into tasks.task (id, title, unit_id, giver_unit_id, no_person, no_date, no_measure,
                                    source_kind, source_id, source_label, source_href, state, given_at)
            select gen_random_uuid(), 'Việc thứ ' || g || case g when 7000 then ' zq thủy lợi Hói Quao' else ' ở thôn' end,
                   t.unit_id, t.giver_unit_id, 'x', 'x', 'x', 'meeting', t.source_id, 'x', '/x', 'GIVEN', now()
              from generate_series(1, 20000) g, (select * from tasks.task where unit_id is not null limit 1) t""", """
            insert into meetings.meeting (id, series_id, unit_id, kind, title, starts_at, minutes, place, state)
            select gen_random_uuid(), m.series_id, m.unit_id, m.kind,
                   'Họp lần ' || g || case g when 7000 then ' zq thủy lợi Hói Quao' else '' end, now(), 60, '', 'PLANNED'
              from generate_series(1, 20000) g, (select * from meetings.meeting limit 1) m""", """
            insert into documents.document (id, unit_id, type, series, number, symbol, issuer_name, title, issued_on, issued_at,
                   issued_by, about_kind, about_id, about_label, about_href, once_key, template, template_version, file_id,
                   file_sha256, file_size)
            select gen_random_uuid(), unit_id, type, series, 1000 + g, (1000 + g) || '-BC/HU', issuer_name,
                   'Báo cáo lần ' || g || case g when 7000 then ' zq thủy lợi Hói Quao' else '' end, issued_on, issued_at,
                   issued_by, about_kind, about_id, about_label, about_href, 'many' || g, template, template_version, file_id,
                   file_sha256, file_size
              from generate_series(1, 20000) g, (select * from documents.document limit 1) d""", """
            with article as (
                insert into portal.article (id, unit_id, slug, created_at)
                select gen_random_uuid(), a.unit_id, 'bai-thu-' || g, now()
                  from generate_series(1, 20000) g, (select * from portal.article limit 1) a returning id, slug)
            insert into portal.version (id, article_id, number, state, category, title, lead, body, fold, byline, source, caption,
                                        alt, author_account_id, author_name, editor_account_id, changed_at)
            select gen_random_uuid(), a.id, 1, 'DRAFT', v.category, a.slug, '', '',
                   platform.vn_fold(case a.slug when 'bai-thu-7000' then 'zq thủy lợi Hói Quao' else a.slug || ' ở thôn' end),
                   '', '', '', '', v.author_account_id, v.author_name, v.editor_account_id, now()
              from article a, (select * from portal.version limit 1) v""");

    private static final List<String> TABLES =
            List.of("tasks.task", "meetings.meeting", "documents.document", "portal.version");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private Search search;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void many() throws SQLException {
        mvc.post()
                .uri("/board/SL/2018-11/report")
                .with(SignIn.as(accounts, "chanhvp"))
                .with(csrf())
                .exchange();
        var database = jdbc.queryForObject("select current_database()", String.class);
        try (var owner = TestServer.get().owner(database);
                var statement = owner.createStatement()) {
            for (var sql : MANY) {
                statement.execute(sql);
            }
            for (var table : TABLES) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    @Test
    void theOneAmongManyIsFoundByIndex() {
        var officer = accounts.byLogin("vanphong").flatMap(accounts::viewer).orElseThrow();
        for (var query : List.of("THUY lợi hói", "zq quao")) {
            var scans = transaction.execute(status -> {
                var groups = viewer.as(officer, () -> search.find(query));
                assertThat(groups).as(query).hasSameSizeAs(TABLES);
                assertThat(groups).allSatisfy(group -> assertThat(group.hits()).hasSize(1));
                return jdbc.queryForList(
                        "select schemaname || '.' || relname from pg_stat_xact_user_tables where seq_scan > 0",
                        String.class);
            });
            assertThat(scans).as(query).doesNotContainAnyElementsOf(TABLES);
        }
    }
}
