package org.giaoban.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.PersonId;
import org.giaoban.people.People;
import org.giaoban.platform.Keepsakes;
import org.giaoban.platform.personal.PersonalTable;
import org.giaoban.platform.personal.PersonalTable.Fate;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who is erased is found nowhere any more but where the law keeps it, and no restore brings them back. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasureTest {

    private static final String NAME = "Lê Văn Thuận";
    private static final String CODE = "P-301";
    private static final String LOGIN = "chibo01";

    /** Words of people: an erasure says beforehand that it does not read them. */
    private static final Set<String> TEXTS = Set.of("audit.entry.details", "minutes.section.text");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    PersonalTables tables;

    @Autowired
    ErasedStayErased marks;

    @Autowired
    Keepsakes keepsakes;

    @Autowired
    JdbcTemplate jdbc;

    private static PersonId person;
    private static UUID request;
    private static final List<Map<String, Object>> BACKUP = new ArrayList<>();

    @Test
    @Order(1)
    void beforeTheNameStandsInManyPlaces() throws Exception {
        person = people.byCode(CODE).orElseThrow();
        request = UUID.randomUUID();
        assertThat(post(
                        LOGIN,
                        "/my-data/requests",
                        Map.of("once", request.toString(), "kind", "ERASE", "body", "Tôi là " + NAME)))
                .hasStatus3xxRedirection();

        Evidence.of("erasure").say("%d columns searched; before: %s", columns().size(), places(NAME));
        assertThat(places(NAME)).hasSizeGreaterThan(4).containsKeys("people.person.full_name", "identity.account.name");
        assertThat(sealed()).isPositive();
        BACKUP.addAll(jdbc.queryForList(
                "select p.full_name, p.code, a.name, a.login from people.person p"
                        + " join identity.account a on a.person_id = p.id where p.id = ?",
                person.value()));
    }

    @Test
    @Order(2)
    void itTakesAnAnswerAPreviewAndThePassword() {
        assertThat(erase("giaoban-2018")).as("not answered yet").hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post("vanphong", desk("accept"), Map.of())).hasStatus3xxRedirection();
        assertThat(post("vanphong", desk("finish"), Map.of("text", "Xong")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(get("vanphong", desk("erase")))
                .hasStatusOk()
                .bodyText()
                .contains("Bị xóa hẳn", "Cách liên hệ: 1 dòng");
        assertThat(erase("sai mật khẩu"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Mật khẩu không đúng");
        assertThat(sealed()).as("nothing has happened").isPositive();
    }

    @Test
    @Order(3)
    void afterwardsTheNameStandsWhereTheLawKeepsItAndNowhereElse() {
        assertThat(erase("giaoban-2018")).hasStatus3xxRedirection();
        Evidence.of("erasure").say("after: %s", places(NAME));

        assertThat(places(NAME).keySet()).isSubsetOf(kept());
        assertThat(sealed()).isZero();
        assertThat(places(LOGIN).keySet()).isSubsetOf(kept());
        assertThat(jdbc.queryForMap(
                        "select full_name, code, birth_year from people.person where id = ?", person.value()))
                .hasEntrySatisfying(
                        "full_name", name -> assertThat(name.toString()).startsWith("Người đã xóa "))
                .containsEntry("birth_year", null);
        assertThat(jdbc.queryForList("select disabled_at from identity.account where person_id = ?", person.value()))
                .allSatisfy(row -> assertThat(row.get("disabled_at")).isNotNull());
        assertThat(post("vanphong", desk("erase"), Map.of("password", "giaoban-2018")))
                .as("once is enough")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    @Order(4)
    void aRestoreBringsNobodyBack() throws Exception {
        assertThat(keepsakes.lines(ErasedStayErased.LIST)).anyMatch(line -> line.contains(person.toString()));
        assertThat(String.join("\n", keepsakes.lines(ErasedStayErased.LIST))).doesNotContain(NAME, CODE, LOGIN);
        restoreTheDayBefore();
        assertThat(sealed()).as("the restore itself brings the person back").isPositive();

        Evidence.of("erasure").say("restored (control): %s", places(NAME));
        marks.afterRestore();

        Evidence.of("erasure").say("first start after the restore: %s", places(NAME));
        assertThat(sealed()).isZero();
        assertThat(places(NAME).keySet()).isSubsetOf(kept());
        assertThat(jdbc.queryForObject(
                        "select count(*) from personaldata.erasure where person_id = ?", Integer.class, person.value()))
                .isEqualTo(1);
        marks.afterRestore();
    }

    /** Contacts and numbers lie under seal: no words of theirs are found, only rows. */
    private int sealed() {
        var database = jdbc.queryForObject("select current_database()", String.class);
        var sql = "select (select count(*) from people.contact where person_id = '%1$s')"
                + " + (select count(*) from people.identifier where person_id = '%1$s')";
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            statement.execute("set app.everywhere = 'on'");
            try (var rows = statement.executeQuery(sql.formatted(person))) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows as a backup has them, and no trace of the erasure. */
    private void restoreTheDayBefore() throws Exception {
        var row = BACKUP.getFirst();
        var database = jdbc.queryForObject("select current_database()", String.class);
        try (var connection = TestServer.get().owner(database)) {
            try (var statement = connection.createStatement()) {
                statement.execute("set app.everywhere = 'on'");
            }
            run(
                    connection,
                    "update people.person set full_name = ?, code = ? where id = ?",
                    row.get("full_name"),
                    row.get("code"),
                    person.value());
            run(
                    connection,
                    "insert into people.contact (person_id, keeper_unit_id)"
                            + " select id, keeper_unit_id from people.person where id = ?",
                    person.value());
            run(
                    connection,
                    "update identity.account set name = ?, login = ? where person_id = ?",
                    row.get("name"),
                    row.get("login"),
                    person.value());
            run(connection, "delete from personaldata.erasure where person_id = ?", person.value());
        }
    }

    private static void run(java.sql.Connection connection, String sql, Object... values) throws Exception {
        try (var statement = connection.prepareStatement(sql)) {
            for (var at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }

    private Set<String> kept() {
        var kept = tables.all().stream()
                .filter(table -> table.fate() == Fate.KEEP)
                .flatMap(table -> table.columns().names().stream()
                        .map(PersonalTable.Name::name)
                        .map(name -> table.name() + "." + name.getName()))
                .collect(Collectors.toSet());
        kept.addAll(TEXTS);
        return kept;
    }

    /** Every column of every table in which the words occur, and how often. */
    private Map<String, Long> places(String words) {
        var database = jdbc.queryForObject("select current_database()", String.class);
        var found = new TreeMap<String, Long>();
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            statement.execute("set app.everywhere = 'on'");
            for (var column : columns()) {
                var sql = "select count(*) from %s where %s::text like '%%%s%%'"
                        .formatted(column.get("tab"), column.get("col"), words);
                try (var rows = statement.executeQuery(sql)) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.put(column.get("tab") + "." + column.get("col"), rows.getLong(1));
                    }
                }
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private List<Map<String, String>> columns() {
        return jdbc.query("""
                select c.oid::regclass::text as tab, quote_ident(a.attname) as col
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind in ('r', 'p') and not c.relispartition
                    and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'scale', 'public')
                    and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype, 'varchar'::regtype)
                """, (row, n) -> new HashMap<>(Map.of("tab", row.getString(1), "col", row.getString(2))));
    }

    private static String desk(String act) {
        return "/personal-data/requests/" + request + "/" + act;
    }

    private MvcTestResult erase(String password) {
        return post("vanphong", desk("erase"), Map.of("password", password));
    }

    private MvcTestResult get(String login, String path) {
        return mvc.get().uri(path).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, String path, Map<String, String> cells) {
        var request = mvc.post().uri(path).with(SignIn.as(accounts, login)).with(csrf());
        cells.forEach(request::param);
        return request.exchange();
    }
}
