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
import java.util.Random;
import java.util.stream.Collectors;
import org.giaoban.access.RandomRun.World;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * People with random rights at random addresses. Who may come in is worked out apart, from the rows of the tree and from what
 * the test itself gave; every body is searched for what its reader may not see, and a refused request must leave the database
 * as it was. {@code -Dgiaoban.accesses=1000000} makes it long, {@code -Dgiaoban.seed} repeats a run.
 */
@GiaoBanTest(story = "vu-quang-2018-11")
class RandomMatrixTest {

    private static final int ACCESSES = Integer.getInteger("giaoban.accesses", 20_000);
    private static final int CONTROL = 600;

    private static World world;
    private static Connection owner;
    private static Evidence evidence;
    private static Random random;

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
    UnitTree tree;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Clock clock;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    private final List<RequestMappingInfo> planted = new ArrayList<>();

    @BeforeEach
    void aWorld() throws SQLException {
        if (world != null) {
            return;
        }
        evidence = Evidence.of("access-matrix");
        random = new Random(evidence.seed());
        owner = TestServer.get().owner(String.valueOf(db.fetchValue("select current_database()")));
        var samples = viewer.as(Viewer.SYSTEM, this::samples);
        var today = LocalDate.now(clock);
        var people = new RandomHolders(random, Closure.of(owner, today), today, accounts)
                .make(30 + ACCESSES / 30_000, owner);
        world = new World(people, Rooms.of(owner), Endpoint.all(mapping), samples);
        var rooms = world.targets().stream().collect(Collectors.groupingBy(Target::room, Collectors.counting()));
        evidence.say(
                "%d people, objects %s, %d addresses",
                people.size(), rooms, world.endpoints().size());
    }

    @AfterAll
    static void leave() throws SQLException {
        owner.close();
    }

    @AfterEach
    void pullOutWhatWasPlanted() {
        planted.forEach(mapping::unregisterMapping);
    }

    @Test
    void nobodySeesMoreOrLessThanTheRulesSay() throws SQLException {
        var begun = System.nanoTime();
        var run = run(world);
        var wrong = run.run(ACCESSES);
        run.tell(evidence);
        evidence.say("%.1f s", (System.nanoTime() - begun) / 1e9);
        assertThat(wrong).isEmpty();
    }

    /** The database's own fence off: what the program itself asks must be enough. */
    @Test
    void withoutRowSecurityNothingMoreIsSeen() throws SQLException {
        var fenced = Fences.of(owner);
        assertThat(fenced).isNotEmpty();
        Fences.pullDown(owner, fenced);
        try {
            var run = run(world);
            var wrong = run.run(ACCESSES / 20);
            evidence.say("row security off:");
            run.tell(evidence);
            assertThat(wrong).isEmpty();
        } finally {
            Fences.putUp(owner, fenced);
        }
    }

    /** The program's own questions left out: the database alone must show each person the rows of their units and no others. */
    @Test
    void rowSecurityAloneShowsEverybodyTheirUnitsAndNoOthers() throws SQLException {
        var compared = 0;
        for (var table : Fences.of(owner)) {
            for (var who : world.people()) {
                var seen = new Fences.Seen(db, transaction, table).by(viewer, accounts, who);
                assertThat(seen)
                        .as("%s seen by %s holding %s", table, who, who.held())
                        .isEqualTo(Fences.mayBeSeen(owner, table, who));
                compared++;
            }
        }
        evidence.say("row security alone: %d tables × people compared, 0 wrong", compared);
        assertThat(compared).isGreaterThan(100);
    }

    /** Negative controls: faults that the run must find. */
    @Test
    void plantedFaultsAreFound() throws Exception {
        plant("/planted/task/{id}", HttpMethod.GET, "careless");
        plant("/planted/shut/{id}", HttpMethod.GET, "shut");
        plant("/planted/all", HttpMethod.GET, "all");
        plant("/planted/write", HttpMethod.POST, "write");
        var tasks = world.targets().stream()
                .filter(each -> each.room().equals("task"))
                .toList();

        assertThat(found(moved(tasks, "/planted/task/"), "planted/task")).anyMatch(line -> line.contains("leaked"));
        assertThat(found(moved(tasks, "/planted/shut/"), "planted/shut"))
                .anyMatch(line -> line.contains("wrongly refused"));
        assertThat(found(tasks, "/planted/all")).anyMatch(line -> line.contains("showed something"));
        assertThat(found(tasks, "/planted/write")).anyMatch(line -> line.contains("but changed [platform.setting]"));
    }

    private List<String> found(List<Target> targets, String address) throws SQLException {
        var endpoints = Endpoint.all(mapping).stream()
                .filter(each -> each.pattern().equals(address))
                .toList();
        var samples = Map.of(
                "/planted/write", Sample.of("/planted/write", Map.of(), null).ofAnotherPerson());
        return run(new World(world.people(), targets, endpoints, samples)).run(CONTROL, 1).stream()
                .filter(line -> line.contains(address))
                .toList();
    }

    private static List<Target> moved(List<Target> targets, String to) {
        return targets.stream()
                .map(each -> new Target(
                        each.room(), to + each.address().substring("/tasks/".length()), each.rule(), each.canary()))
                .toList();
    }

    private RandomRun run(World some) throws SQLException {
        return new RandomRun(some, new Exchange(mvc, accounts), new Writing(owner), random);
    }

    private Map<String, Sample> samples() {
        var units = new MatrixWorld(
                tree.byCode(MatrixWorld.OWN_CODE).orElseThrow(),
                tree.byCode(MatrixWorld.SIBLING_CODE).orElseThrow(),
                tree.byCode(MatrixWorld.ABOVE_CODE).orElseThrow());
        var samples = new HashMap<String, Sample>();
        modules.stream()
                .flatMap(module -> module.samples(units).stream())
                .forEach(sample -> samples.put(sample.pattern(), sample));
        return samples;
    }

    private void plant(String pattern, HttpMethod method, String name) throws NoSuchMethodException {
        var info = RequestMappingInfo.paths(pattern)
                .methods(RequestMethod.valueOf(method.name()))
                .options(mapping.getBuilderConfiguration())
                .build();
        var type = RandomFaults.class;
        mapping.registerMapping(info, new RandomFaults(owner), type.getMethod(name, String.class));
        planted.add(info);
    }
}
