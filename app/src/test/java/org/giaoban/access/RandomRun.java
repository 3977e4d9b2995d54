package org.giaoban.access;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.giaoban.testing.Evidence;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;

/** Many random accesses, each judged at once. */
final class RandomRun {

    /** Whoever reads the log of a broken product needs no more. */
    private static final int ENOUGH = 60;

    /** So many at a time, those who must be refused first: to look at the whole database takes longer than to ask. */
    private static final int ROUND = 100;

    /** The people, and what they are set upon. */
    record World(List<Holder> people, List<Target> targets, List<Endpoint> endpoints, Map<String, Sample> samples) {}

    /** What somebody does, and whether it may change something. */
    private record Access(boolean mayChange, Visit visit) {}

    private interface Visit {

        void go() throws SQLException;
    }

    private final World world;
    private final Exchange exchange;
    private final Writing writing;
    private final RandomVerdicts verdicts;
    private final Random random;
    private final List<String> refused = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Set<String> reached = new HashSet<>();

    RandomRun(World world, Exchange exchange, Writing writing, Random random) {
        this.world = world;
        this.exchange = exchange;
        this.writing = writing;
        this.random = random;
        verdicts = new RandomVerdicts(world.targets());
    }

    /** What was wrong, in words; empty when nothing was. */
    List<String> run(int accesses) throws SQLException {
        return run(accesses, ENOUGH);
    }

    /** Ends earlier when so much was wrong. */
    List<String> run(int accesses, int enough) throws SQLException {
        for (var left = accesses; left > 0 && wrong.size() < enough; left -= ROUND) {
            var round = Stream.generate(this::draw).limit(Math.min(ROUND, left));
            for (var access :
                    round.sorted(Comparator.comparing(Access::mayChange)).toList()) {
                if (access.mayChange()) {
                    unchanged();
                }
                access.visit().go();
            }
        }
        unchanged();
        return wrong;
    }

    private Access draw() {
        var who = one(world.people());
        if (world.endpoints().isEmpty() || random.nextInt(10) < 6) {
            var target = one(world.targets());
            return new Access(target.open(who), () -> page(who, target));
        }
        var endpoint = one(world.endpoints());
        var sample = endpoint.sample(world.samples());
        var shut = RandomVerdicts.mustStayOut(who, endpoint, sample);
        return new Access(!shut, () -> address(who, endpoint, sample, shut));
    }

    void tell(Evidence evidence) {
        evidence.say("accesses %s, addresses reached %d, wrong %d", counts, reached.size(), wrong.size());
        wrong.forEach(evidence::note);
    }

    private void page(Holder who, Target target) throws SQLException {
        var answer = exchange.get(who, target.address());
        note(target.open(who) ? "pages open" : "pages shut", target.room());
        verdicts.page(who, target, answer).ifPresent(wrong::add);
        happened(who, target, answer);
    }

    private void address(Holder who, Endpoint endpoint, @Nullable Sample sample, boolean shut) throws SQLException {
        if (endpoint.changes() && !shut || endpoint.needsSample() && sample == null) {
            note("left out", endpoint.toString());
            return; // what somebody may do changes the world the oracle knows; the small matrix does it
        }
        var answer = exchange.call(who, endpoint, sample);
        note(endpoint.changes() ? "changes shut" : shut ? "addresses shut" : "addresses open", endpoint.toString());
        verdicts.address(who, endpoint, sample, answer).ifPresent(wrong::add);
        happened(who, endpoint, answer);
    }

    private void happened(Holder who, Object where, MockHttpServletResponse answer) throws SQLException {
        if (Exchange.shut(answer)) {
            refused.add(where + " to " + who);
        } else {
            refused.clear();
            writing.pass();
        }
    }

    /** Whoever was refused has changed nothing: looked at before somebody may change something. */
    private void unchanged() throws SQLException {
        if (refused.isEmpty()) {
            return;
        }
        var changed = writing.changed();
        if (!changed.isEmpty()) {
            wrong.add("all were refused but changed " + changed + ": " + refused);
        }
        refused.clear();
    }

    private void note(String kind, String where) {
        counts.merge(kind, 1, Integer::sum);
        if (!kind.equals("left out")) {
            reached.add(where);
        }
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
