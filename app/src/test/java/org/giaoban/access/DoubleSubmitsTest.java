package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.FreshDatabase;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every command of every module, pressed once in one database and many times at the same moment in another that began the
 * same: afterwards both must have the same number of rows everywhere, but in the log and for the commands that a list names. {@code -Dgiaoban.presses=100} presses harder.
 */
@GiaoBanTest(story = DoubleSubmitsTest.STORY)
class DoubleSubmitsTest {

    static final String STORY = "vu-quang-2018-11";

    private static final int PRESSES = Integer.getInteger("giaoban.presses", 6);

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
    Clock clock;

    @Autowired
    DSLContext db;

    @Autowired
    ApplicationContext context;

    /** What one command did: rows that came or went by table. */
    private record Effect(Map<String, Long> rows, Map<Integer, Integer> answers) {

        /** Every press is a line in the log, also one that found nothing left to do. */
        Map<String, Long> lasting() {
            var lasting = new TreeMap<>(rows);
            lasting.remove("audit.entry");
            return lasting;
        }
    }

    @Test
    void everyCommandHasOneEffectHoweverManyPressAtOnce() throws Exception {
        var evidence = Evidence.of("access-double-submits");
        var once = effects(1);
        FreshDatabase.enter(context, STORY);
        var often = effects(PRESSES);

        var wrong = new ArrayList<String>();
        var several = new ArrayList<String>();
        once.forEach((command, effect) -> {
            var many = often.get(command);
            if (many == null || !many.lasting().equals(effect.lasting())) {
                several.add(command);
                wrong.add(command + ": once " + effect + ", " + PRESSES + " at once " + many);
            }
        });
        var effective = once.values().stream()
                .filter(effect -> !effect.rows().isEmpty())
                .count();
        evidence.say(
                "%d commands, %d of them with an effect on rows, each pressed %d times at once: %d with another effect",
                once.size(), effective, PRESSES, wrong.size());
        wrong.forEach(evidence::note);
        assertThat(effective).isGreaterThan(30);
        several.removeAll(DoorList.of("/several-effects.txt"));
        assertThat(several).as("%s", wrong).isEmpty();
    }

    /** Negative control: a command without any guard has as many effects as there are presses. */
    @Test
    void aCommandWithoutAGuardIsFound() throws Exception {
        try (var owner = TestServer.get().owner(String.valueOf(db.fetchValue("select current_database()")))) {
            var info = RequestMappingInfo.paths("/planted/twice")
                    .methods(RequestMethod.POST)
                    .options(mapping.getBuilderConfiguration())
                    .build();
            mapping.registerMapping(info, new RandomFaults(owner), RandomFaults.class.getMethod("twice", String.class));
            try {
                var planted = Endpoint.all(mapping).stream()
                        .filter(each -> each.pattern().equals("/planted/twice"))
                        .findFirst()
                        .orElseThrow();
                var who = holder(accounts.byLogin("vanphong").orElseThrow());
                var effect = effect(
                        owner,
                        PRESSES,
                        () -> exchange().call(who, planted, null).getStatus());
                assertThat(effect.rows()).containsEntry("platform.setting", (long) PRESSES);
            } finally {
                mapping.unregisterMapping(info);
            }
        }
    }

    private Holder holder(AccountId account) {
        return new Holder("all", account, List.of(), new Closure(), LocalDate.now(clock));
    }

    private Map<String, Effect> effects(int presses) throws Exception {
        var samples = new HashMap<String, Sample>();
        var world = new MatrixWorld(
                tree.byCode(MatrixWorld.OWN_CODE).orElseThrow(),
                tree.byCode(MatrixWorld.SIBLING_CODE).orElseThrow(),
                tree.byCode(MatrixWorld.ABOVE_CODE).orElseThrow());
        var all = viewer.as(Viewer.SYSTEM, () -> {
            modules.stream()
                    .flatMap(module -> module.samples(world).stream())
                    .forEach(sample -> samples.put(sample.pattern(), sample));
            return new MatrixPeople(accounts, grants, viewer, world, LocalDate.now(clock)).entitled();
        });
        var who = holder(all.account());
        var effects = new TreeMap<String, Effect>();
        try (var owner = TestServer.get().owner(String.valueOf(db.fetchValue("select current_database()")))) {
            for (var endpoint : Endpoint.all(mapping)) {
                var sample = endpoint.sample(samples);
                if (endpoint.changes() && !endpoint.forPrograms() && (sample != null || !endpoint.needsSample())) {
                    effects.put(
                            endpoint.toString(),
                            effect(
                                    owner,
                                    presses,
                                    () -> exchange().call(who, endpoint, sample).getStatus()));
                }
            }
        }
        return effects;
    }

    private Exchange exchange() {
        return new Exchange(mvc, accounts);
    }

    private static Effect effect(Connection owner, int presses, java.util.concurrent.Callable<Integer> press)
            throws Exception {
        var before = Rows.count(owner);
        var answers = new TreeMap<Integer, Integer>();
        var together = new CyclicBarrier(presses);
        try (var threads = Executors.newFixedThreadPool(presses)) {
            var pressing = new ArrayList<Future<Integer>>();
            for (var at = 0; at < presses; at++) {
                pressing.add(threads.submit(() -> {
                    together.await();
                    return press.call();
                }));
            }
            for (var each : pressing) {
                answers.merge(each.get(), 1, Integer::sum);
            }
        }
        return new Effect(Rows.since(before, Rows.count(owner)), answers);
    }

    /** How many rows stand in every table, but for those that note who was seen. */
    private static final class Rows {

        private static final String LEFT_OUT =
                "identity\\.(session.*|attempt)|platform\\.(stamp|event_publication|scheduled_tasks|flyway_schema_history)";

        static Map<String, Long> count(Connection owner) throws SQLException {
            var counts = new TreeMap<String, Long>();
            try (var statement = owner.createStatement()) {
                statement.execute("set app.everywhere = 'on'");
                var query = new StringBuilder();
                try (var tables = statement.executeQuery("select c.oid::regclass::text from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and not c.relispartition"
                        + " and n.nspname !~ '^pg_|information_schema|^scale$'"
                        + " and c.oid::regclass::text !~ '^(" + LEFT_OUT + ")$'")) {
                    while (tables.next()) {
                        query.append(query.isEmpty() ? "" : " union all ")
                                .append("select '" + tables.getString(1) + "', count(*) from " + tables.getString(1));
                    }
                }
                try (var rows = statement.executeQuery(query.toString())) {
                    while (rows.next()) {
                        counts.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
            return counts;
        }

        static Map<String, Long> since(Map<String, Long> before, Map<String, Long> after) {
            var changes = new TreeMap<String, Long>();
            after.forEach((table, count) -> {
                var more = count - before.getOrDefault(table, 0L);
                if (more != 0) {
                    changes.put(table, more);
                }
            });
            return changes;
        }
    }
}
