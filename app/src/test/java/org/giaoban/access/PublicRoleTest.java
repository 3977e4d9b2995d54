package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.ForEveryone;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Visitors are answered by a role of the database that knows the public tables and nothing else. */
@GiaoBanTest(story = "vu-quang-2018-11")
class PublicRoleTest {

    private static final String PLANTED = "/planted/as/";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    @Qualifier("portalPool")
    DataSource portal;

    @Autowired
    List<MatrixSamples> modules;

    @Autowired
    Accounts accounts;

    @Autowired
    UnitTree tree;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    private final List<RequestMappingInfo> planted = new ArrayList<>();

    @AfterEach
    void pullOutWhatWasPlanted() {
        planted.forEach(mapping::unregisterMapping);
    }

    /** A new right of visitors is a line in the list, so that somebody decides it. */
    @Test
    void visitorsMayReadWhatTheListSaysAndNothingElse() throws SQLException {
        var granted = owner("with rel as (select t.oid, t.oid::regclass::text as name from pg_class t"
                + " join pg_namespace n on n.oid = t.relnamespace where t.relkind in ('r', 'p', 'v') and not t.relispartition"
                + " and n.nspname !~ '^pg_|^information_schema$'"
                + " and not exists (select from pg_depend e where e.objid = t.oid and e.deptype = 'e')),"
                + " may (what) as (values ('SELECT'), ('INSERT'), ('UPDATE'))"
                + " select name || ': ' || lower(what) from rel, may where has_table_privilege('giaoban_portal', oid, what)"
                + " union all select name || ': ' || lower(what) || ' (' || string_agg(attname, ', ' order by attname) || ')'"
                + " from rel join pg_attribute a on a.attrelid = oid and attnum > 0 and not attisdropped, may"
                + " where not has_table_privilege('giaoban_portal', oid, what)"
                + " and has_column_privilege('giaoban_portal', oid, attnum, what) group by name, what order by 1");
        assertThat(granted).containsExactlyInAnyOrderElementsOf(DoorList.of("/public-tables.txt"));
        assertThat(granted)
                .noneMatch(line -> line.matches("(identity|access|membership|audit|notification|vault|factors)\\..*")
                        || line.startsWith("people.contact"));
    }

    @Test
    void theRoleIsNobodyElseAndCannotBecomeSo() throws SQLException {
        assertThat(asked("select current_user || ' ' || session_user")).isEqualTo("giaoban_portal giaoban_portal");
        for (var forbidden : List.of(
                "set role giaoban_app",
                "select login from identity.account",
                "select * from access.granted_right",
                "select * from membership.member",
                "select * from audit.entry",
                "select phone from people.contact",
                "create table portal.mine (id int)",
                "delete from portal.shelf")) {
            assertThatThrownBy(() -> asked(forbidden)).as(forbidden).hasMessageContaining("permission denied");
        }
        assertThat(asked("reset role", "select current_user")).isEqualTo("giaoban_portal");
    }

    @Test
    void whatIsNotOutIsNotThere() throws SQLException {
        var drafts = "select count(*) from portal.version where state <> 'PUBLISHED'";
        assertThat(owner(drafts).getFirst())
                .as("negative control: there are some")
                .isNotEqualTo("0");
        assertThat(asked(drafts)).isEqualTo("0");
        assertThat(asked("select count(*) from portal.version"))
                .isEqualTo(owner("select count(*) from portal.version where state = 'PUBLISHED'")
                        .getFirst());
    }

    @Test
    void visitorsReadAsThePublicsRoleAndNobodyElseDoes() throws NoSuchMethodException {
        plant("role");
        var role = PLANTED + "role";
        assertThat(mvc.get().uri(role)).bodyText().isEqualTo("giaoban_portal");
        assertThat(mvc.get().uri(role).cookie(new Cookie("SESSION", "invented"), new Cookie("__Host-SESSION", "x")))
                .bodyText()
                .isEqualTo("giaoban_portal");
        assertThat(mvc.get().uri(role).with(SignIn.as(accounts, "vanphong")))
                .bodyText()
                .isEqualTo("giaoban_app");
        assertThat(mvc.post().uri(role).with(csrf())).bodyText().isEqualTo("giaoban_app");
        assertThat(String.valueOf(db.fetchValue("select current_user")))
                .as("left again")
                .isEqualTo("giaoban_app");
    }

    /** Negative control: a public page that reads accounts breaks, and shows none. */
    @Test
    void aPublicPageThatReadsAccountsBreaks() throws NoSuchMethodException {
        plant("accounts");
        var answer = mvc.get().uri(PLANTED + "accounts").exchange();
        assertThat(answer).as(() -> Exchange.text(answer.getResponse())).hasStatus(500);
        assertThat(answer).bodyText().doesNotContain("vanphong", "permission denied");
        assertThat(mvc.get().uri(PLANTED + "accounts").with(SignIn.as(accounts, "vanphong")))
                .bodyText()
                .contains("vanphong");
    }

    @Test
    void everyPublicPageIsMadeByThatRole() {
        var samples = new HashMap<String, Sample>();
        var world = new MatrixWorld(
                tree.byCode(MatrixWorld.OWN_CODE).orElseThrow(),
                tree.byCode(MatrixWorld.SIBLING_CODE).orElseThrow(),
                tree.byCode(MatrixWorld.ABOVE_CODE).orElseThrow());
        viewer.run(
                Viewer.SYSTEM,
                () -> modules.stream()
                        .flatMap(module -> module.samples(world).stream())
                        .forEach(sample -> samples.put(sample.pattern(), sample)));
        var broken = new ArrayList<String>();
        var opened = 0;
        for (var endpoint : Endpoint.all(mapping)) {
            if (endpoint.forEveryone() && endpoint.method().equals(HttpMethod.GET)) {
                var status = mvc.get()
                        .uri(address(endpoint, endpoint.sample(samples)))
                        .exchange()
                        .getResponse()
                        .getStatus();
                opened += status == 200 ? 1 : 0;
                if (status >= 500) {
                    broken.add(endpoint + " " + status);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(opened).isGreaterThan(25);
    }

    @Test
    void onlyDoorsOfTheListServeVisitorsWithTheOfficesRights() {
        assertThat(Endpoint.all(mapping).stream()
                        .filter(Endpoint::forEveryone)
                        .filter(each -> each.changes()
                                || Objects.requireNonNull(each.handler().getMethodAnnotation(ForEveryone.class))
                                        .office())
                        .map(Endpoint::toString))
                .containsExactlyInAnyOrderElementsOf(DoorList.of("/office-doors.txt"));
    }

    private static URI address(Endpoint endpoint, @Nullable Sample sample) {
        var builder = UriComponentsBuilder.fromPath(endpoint.pattern().replaceAll("\\{(\\w+):[^/]*}", "{$1}"));
        if (sample != null) {
            sample.params().forEach(builder::queryParam);
        }
        var variables = new HashMap<String, Object>(Map.of("number", 1, "token", "0".repeat(32)));
        if (sample != null) {
            variables.putAll(sample.variables());
        }
        return builder.encode().buildAndExpand(variables).toUri();
    }

    private void plant(String name) throws NoSuchMethodException {
        var info = RequestMappingInfo.paths(PLANTED + name)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(info, new PublicFaults(db), PublicFaults.class.getMethod(name));
        planted.add(info);
    }

    private String asked(String... statements) throws SQLException {
        try (var connection = portal.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
            try (var rows = statement.getResultSet()) {
                return rows != null && rows.next() ? rows.getString(1) : "";
            }
        }
    }

    private List<String> owner(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = TestServer.get().owner(String.valueOf(db.fetchValue("select current_database()")));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
