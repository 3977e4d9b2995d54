package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Memory;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.Formulas;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Every list that can be carried home, with names, titles and texts that are formulas in all of the database. */
@GiaoBanTest(story = "vu-quang-2018-11")
class HostileExportsTest {

    private static final String EVIL = "=HYPERLINK(\"//evil.example\")";

    /** Nothing, or the name of one of the program's own texts: nobody types these. */
    private static final String OURS = "^([a-z]+([.][a-z-]+)+)?$";

    private static final String COLUMNS = """
            select c.table_schema, c.table_name, c.column_name
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.data_type = 'text' and c.is_generated = 'NEVER'
            and c.table_schema not in ('pg_catalog', 'information_schema')
            and c.column_name ~ '(^|_)(name|title|body|reason|place|text|subject|summary|note|vi|by)$'
            order by 1, 2, 3""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    List<MatrixSamples> modules;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    UnitTree tree;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext dsl;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    List<Memory> memories;

    @Autowired
    Clock clock;

    private final Map<String, Sample> samples = new HashMap<>();
    private final Evidence evidence = Evidence.of("web-exports");

    @Test
    void noExportIsCalculated() throws SQLException {
        var world = viewer.as(
                Viewer.SYSTEM,
                () -> new MatrixWorld(
                        tree.byCode(MatrixWorld.OWN_CODE).orElseThrow(),
                        tree.byCode(MatrixWorld.SIBLING_CODE).orElseThrow(),
                        tree.byCode(MatrixWorld.ABOVE_CODE).orElseThrow()));
        var person = viewer.as(Viewer.SYSTEM, () -> {
            var people = new MatrixPeople(accounts, grants, viewer, world, LocalDate.now(clock));
            modules.stream()
                    .flatMap(module -> module.samples(world).stream())
                    .forEach(sample -> samples.put(sample.pattern(), sample));
            return people.entitled();
        });
        evidence.say("%d columns hold formulas", poisoned());
        memories.forEach(Memory::forget);
        var calculated = new ArrayList<String>();
        var reached = new TreeSet<String>();
        var asked = new TreeSet<String>();
        for (var address : addresses()) {
            var answer = mvc.get()
                    .uri(address)
                    .with(SignIn.as(accounts, Objects.requireNonNull(person.account())))
                    .exchange()
                    .getResponse();
            evidence.note(answer.getStatus() + " " + answer.getContentType() + " " + address);
            assertThat(answer.getStatus()).as(address).isLessThan(500);
            if (answer.getStatus() == 200 && table(answer)) {
                asked.add(address);
                look(address, answer.getContentAsByteArray(), calculated, reached);
            }
        }
        evidence.say(
                "exports: %d files, %d with planted formulas, %d calculated",
                asked.size(), reached.size(), calculated.size());

        assertThat(calculated).isEmpty();
        assertThat(asked).hasSizeGreaterThan(30);
        assertThat(reached).as("negative control: what was planted is there").hasSizeGreaterThan(10);
    }

    private static boolean table(MockHttpServletResponse answer) {
        var type = String.valueOf(answer.getContentType());
        return type.startsWith("text/csv") || type.contains("spreadsheetml");
    }

    private static void look(String address, byte[] file, List<String> calculated, TreeSet<String> reached) {
        var packed = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        var found = packed
                ? Formulas.inWorkbook(file).stream()
                        .filter(formula -> formula.contains("evil"))
                        .toList()
                : Formulas.inCsv(file);
        found.forEach(formula -> calculated.add(address + ": " + formula));
        if (packed
                ? Formulas.texts(file).contains("evil.example")
                : new String(file, StandardCharsets.UTF_8).contains("evil.example")) {
            reached.add(address);
        }
    }

    /** Every address that gives a list, in both kinds of file. */
    private List<String> addresses() {
        var addresses = new TreeSet<String>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .filter(pattern -> gives(info, pattern))
                        .forEach(pattern -> {
                            var sample = samples.getOrDefault("GET " + pattern, samples.get(pattern));
                            Stream.of("csv", "xlsx").forEach(format -> addresses.add(address(pattern, sample, format)));
                        }));
        return List.copyOf(addresses);
    }

    private static boolean gives(RequestMappingInfo info, String pattern) {
        if (!info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
            return false;
        }
        var params = info.getParamsCondition().toString();
        return pattern.matches(".*(export|workbook|\\.xlsx|\\.csv|/book|/file)(/.*)?")
                || params.contains("format")
                || params.contains("export");
    }

    private static String address(String pattern, @Nullable Sample sample, String format) {
        var variables = new HashMap<String, Object>();
        if (sample != null) {
            variables.putAll(sample.variables());
        }
        variables.put("format", format);
        var path = UriComponentsBuilder.fromPath(pattern.replaceAll("\\{(\\w+):[^/]*}", "{$1}"));
        if (sample != null) {
            sample.params().forEach(path::queryParam);
        }
        path.replaceQueryParam("format", format).replaceQueryParam("export", format);
        return path.buildAndExpand(variables).encode().toUriString();
    }

    /** As the owner of everything, past every rule of the tables; a column that takes none of it is left as it is. */
    private int poisoned() throws SQLException {
        var database = Objects.requireNonNull(transactions.execute(_ -> dsl.fetchValue("select current_database()")));
        var done = 0;
        try (var owner = TestServer.get().owner(database.toString());
                var statement = owner.createStatement()) {
            var columns = new ArrayList<String[]>();
            try (var rows = statement.executeQuery(COLUMNS)) {
                while (rows.next()) {
                    columns.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
                }
            }
            for (var column : columns) {
                var table = "\"%s\".\"%s\"".formatted(column[0], column[1]);
                try {
                    statement.execute("alter table " + table + " no force row level security");
                    statement.execute("alter table " + table + " disable trigger user");
                    done += statement.executeUpdate(
                                            "update %1$s set \"%2$s\" = '%3$s ' || \"%2$s\" where \"%2$s\" !~ '%4$s'"
                                                    .formatted(table, column[2], EVIL, OURS))
                                    > 0
                            ? 1
                            : 0;
                } catch (SQLException refused) {
                    evidence.note("not " + String.join(".", column) + ": " + refused.getSQLState());
                }
                statement.execute("alter table " + table + " force row level security");
            }
        }
        return done;
    }
}
