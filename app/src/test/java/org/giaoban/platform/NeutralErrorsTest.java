package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.UnsupportedEncodingException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the database says when it refuses a row names the row: it reaches neither a page, nor a program, nor the log. */
@GiaoBanTest
@ExtendWith(OutputCaptureExtension.class)
class NeutralErrorsTest {

    private static final String CANARY = "Lò Thị Chim Yến 079123456789";

    /** A row that is there already, one that hangs on nothing, none at all, too long, against a rule, no number. */
    private static final List<String> REFUSED = List.of(
            "insert into platform.probe values (1, '" + CANARY + "')",
            "insert into platform.probe values (2, '" + CANARY + "')",
            "insert into platform.probe values (3, 'b', 77)",
            "insert into platform.probe values (4, null)",
            "insert into platform.probe values (5, '" + CANARY + CANARY + "')",
            "insert into platform.probe values (6, '!" + CANARY.substring(1) + "')",
            "insert into platform.probe values (7, 'c', ('" + CANARY + "')::text::int)",
            "delete from platform.probe where id = 1");

    private static final List<String> TELLING = List.of(
            CANARY,
            "079123456789",
            "Chim Yến",
            "Key (",
            "Failing row",
            "DETAIL",
            "violates",
            "constraint \"",
            "insert into",
            "PSQL");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext dsl;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final List<RequestMappingInfo> planted = new ArrayList<>();

    @BeforeEach
    void aTable() throws SQLException, NoSuchMethodException {
        try (var owner = TestServer.get().owner(database());
                var statement = owner.createStatement()) {
            statement.execute(
                    "create table if not exists platform.probe (id int primary key, name varchar(40) not null unique"
                            + " check (name not like '!%'), above int references platform.probe)");
            statement.execute("grant select, insert, update, delete on platform.probe to giaoban_app");
            statement.execute("insert into platform.probe values (1, '" + CANARY
                    + "', null), (9, 'x', 1) on conflict do nothing");
        }
        for (var path : List.of("/planted/refused", "/api/planted/refused")) {
            var info = RequestMappingInfo.paths(path).build();
            mapping.registerMapping(
                    info, new Planted(dsl, transactions), Planted.class.getDeclaredMethod("run", int.class));
            planted.add(info);
        }
    }

    private String database() {
        return Objects.requireNonNull(transactions.execute(_ -> dsl.fetchValue("select current_database()")))
                .toString();
    }

    @AfterEach
    void pullOut() throws SQLException {
        planted.forEach(mapping::unregisterMapping);
        try (var owner = TestServer.get().owner(database());
                var statement = owner.createStatement()) {
            statement.execute("drop table platform.probe");
        }
    }

    /** A handler that does not see a refusal coming. */
    @Controller
    record Planted(DSLContext dsl, TransactionTemplate transactions) {

        @ForEveryone(office = true)
        @ResponseBody
        String run(@RequestParam int which) {
            transactions.executeWithoutResult(_ -> dsl.execute(REFUSED.get(which)));
            return "kept";
        }
    }

    @Test
    void aRefusedRowIsNamedNowhere(CapturedOutput log) throws UnsupportedEncodingException {
        var evidence = Evidence.of("web-neutral-errors");
        for (var path : List.of("/planted/refused", "/api/planted/refused")) {
            for (var which = 0; which < REFUSED.size(); which++) {
                var answer = mvc.get().uri(path + "?which=" + which).exchange();
                assertThat(answer).as("%s %d", path, which).hasStatus(409);
                assertThat(answer.getResponse().getContentAsString())
                        .as("%s %d", path, which)
                        .doesNotContain(TELLING);
            }
        }
        assertThat(log.getAll()).contains("Not kept at").doesNotContain(TELLING);
        evidence.say("neutral errors: %d refusals of the database, named nowhere", 2 * REFUSED.size());
    }

    /** Negative control: the database itself does say it, so that whoever passes it on is found. */
    @Test
    void theDatabaseItselfNamesTheRow() throws SQLException {
        try (var owner = TestServer.get().owner(database());
                var statement = owner.createStatement()) {
            for (var at : new int[] {1, 3}) {
                var said = catchThrowable(() -> statement.execute(REFUSED.get(at)));
                assertThat(TELLING).as(said.getMessage()).anyMatch(said.getMessage()::contains);
            }
        }
    }

    @Test
    void lettersThatAreNoneAreTurnedAway() {
        for (var value : List.of("a\u0000b", "\ud800", "a\udc00")) {
            assertThat(mvc.get().uri("/login").param("next", value).exchange()).hasStatus(400);
        }
        assertThat(mvc.get().uri("/login").param("next", "\ud83d\ude00 ắ").exchange())
                .hasStatusOk();
    }
}
