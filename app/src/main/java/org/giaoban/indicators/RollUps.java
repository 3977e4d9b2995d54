package org.giaoban.indicators;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.RollUp.Cell;
import org.giaoban.indicators.RollUp.Leaf;
import org.giaoban.indicators.RollUp.Span;
import org.giaoban.indicators.RollUp.Wanted;
import org.giaoban.indicators.StampedMemory.Place;
import org.giaoban.indicators.StampedMemory.Stamped;
import org.giaoban.indicators.Totals.Source;
import org.giaoban.indicators.Trees.Key;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.Memory;
import org.springframework.stereotype.Component;

/** Rolls values up over trees and periods, however many indicators and periods are asked for. */
@Component
class RollUps implements Memory {

    /** About as many sums as 40 MB hold: some thirty boards of a district. */
    private static final int MOST_CELLS = 150_000;

    private final Organization organization;
    private final OwnerRepository owners;
    private final SheetRepository sheets;
    private final PlanRepository targets;
    private final Trees trees;
    private final Heights heights;
    private final Totals totals;
    private final PackedWalk packed;
    private final Duties duties;
    private final Clock clock;
    private final Cache<Question, RolledUp> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_CELLS)
            .weigher((Question question, RolledUp answer) -> answer.size())
            .build();

    RollUps(
            Organization organization,
            Trees trees,
            Heights heights,
            Totals totals,
            PackedWalk packed,
            OwnerRepository owners,
            SheetRepository sheets,
            PlanRepository targets,
            Duties duties,
            Clock clock) {
        this.trees = trees;
        this.heights = heights;
        this.totals = totals;
        this.packed = packed;
        this.duties = duties;
        this.clock = clock;
        this.organization = organization;
        this.owners = owners;
        this.sheets = sheets;
        this.targets = targets;
    }

    /** A unit over a period, with the tree of a day, into which the units of another may have to be mapped. */
    record Bucket(UnitId root, Period period, LocalDate treeOn, LocalDate unitsOn) {

        static Bucket of(UnitId root, Period period) {
            return new Bucket(root, period, period.lastDay(), period.lastDay());
        }

        /** The same for the period before, in the tree of the same day when the two are not of one day. */
        Bucket before() {
            var earlier = period.previous();
            return treeOn.equals(unitsOn) ? of(root, earlier) : new Bucket(root, earlier, treeOn, earlier.lastDay());
        }
    }

    /** The units of the period's last day, in their own tree or in today's. */
    Bucket bucket(UnitId root, Period period, TreeView view) {
        var today = LocalDate.now(clock);
        return view == TreeView.AS_WAS || !period.lastDay().isBefore(today)
                ? Bucket.of(root, period)
                : new Bucket(root, period, today, period.lastDay());
    }

    /**
     * What is asked and the state of everything the answer depends on: equal questions have equal answers. Numbers and
     * stamps are never used twice, so an answer may be kept under its question.
     */
    private record Question(
            List<Bucket> buckets,
            InForce lines,
            Object tree,
            Object duties,
            Set<Stamped> sheets,
            Set<Stamped> totals,
            Set<Stamped> packed,
            Set<Stamped> plans) {}

    /** What the answer is made from. */
    private record Ground(
            List<Tree> trees, List<Span> spans, List<Leaf> leaves, List<Leaf> packed, List<Source> sources) {

        private Set<Owner> reporters() {
            return leaves.stream()
                    .map(leaf -> new Owner(leaf.unit(), leaf.cell()))
                    .collect(Collectors.toSet());
        }
    }

    /** Each period is told by the wording and the formulas of its own last day. */
    RolledUp of(List<Bucket> asked, Editions editions) {
        var buckets = inForce(asked, editions).looksBack() ? withEarlier(asked) : asked;
        var lines = inForce(buckets, editions);
        // First its state, then the tree: an answer newer than its question is of no harm, an older one would stay.
        var state = organization.state();
        var found = trees(buckets);
        var units = found.values().stream()
                .flatMap(tree -> tree.speakers().stream())
                .map(speaker -> speaker.unit().id())
                .collect(Collectors.toSet());
        var known = owners.of(units);
        var ground = ground(buckets, found, known);
        var question = question(state, buckets, lines, known.values(), ground);
        var answer = answers.getIfPresent(question);
        if (answer == null) {
            answer = answer(question, ground, known.values());
            answers.put(question, answer);
        }
        return answer;
    }

    private static InForce inForce(List<Bucket> buckets, Editions editions) {
        return InForce.of(buckets.stream().map(Bucket::period).toList(), editions);
    }

    /** Those asked for keep their places. */
    private static List<Bucket> withEarlier(List<Bucket> asked) {
        return Stream.concat(asked.stream(), asked.stream().map(Bucket::before))
                .distinct()
                .toList();
    }

    private Ground ground(List<Bucket> buckets, Map<Key, Tree> found, Map<UnitId, Owner> known) {
        var ordered = buckets.stream()
                .map(bucket -> found.getOrDefault(key(bucket), Tree.NONE))
                .toList();
        var spans = new ArrayList<Span>();
        var leaves = new ArrayList<Leaf>();
        var many = new ArrayList<Leaf>();
        for (var each = 0; each < buckets.size(); each++) {
            var number = each;
            var tree = ordered.get(number);
            spans.addAll(StoredPeriods.of(number, buckets.get(number).period()));
            var bucket = buckets.get(number);
            totals.left(bucket, tree).stream()
                    .filter(place -> tree.addsLeaves(place.branch()))
                    .forEach(place -> addLeaf(packed.takes(tree) ? many : leaves, number, bucket, place, known));
        }
        return new Ground(ordered, spans, leaves, many, totals.sources(buckets, ordered, known));
    }

    private Question question(
            Object state, List<Bucket> buckets, InForce lines, Collection<Owner> known, Ground ground) {
        var years = buckets.stream()
                .map(bucket -> bucket.period().year())
                .distinct()
                .toList();
        var periods = ground.spans().stream().map(Span::period).distinct().toList();
        var walked = buckets.stream()
                .filter(bucket -> packed.takes(ground.trees().get(buckets.indexOf(bucket))))
                .toList();
        return new Question(
                List.copyOf(buckets),
                lines,
                state,
                duties.state(),
                sheets.stamps(ground.reporters(), periods),
                totals.stamps(ground.sources()),
                packed.state(walked),
                targets.stamps(known, years));
    }

    private RolledUp answer(Question question, Ground ground, Collection<Owner> known) {
        var indicators = question.lines().all();
        var wanted = indicators.stream()
                .map(indicator -> new Wanted(indicator.id(), indicator.takesLast()))
                .toList();
        var cells = added(new RollUp(ground.spans(), wanted), ground, question.sheets());
        cells.addAll(packed.added(ground.packed(), ground.spans(), wanted));
        cells.addAll(totals.cells(ground.sources(), question.totals(), indicators));
        var asked = question.buckets().stream()
                .map(bucket -> duties.asked(StoredPeriods.times(bucket.period())))
                .toList();
        var plans = new Plans(targets.of(known, question.plans()));
        return new RolledUp(
                new RolledUp.Frame(question.buckets(), ground.trees(), asked, plans), question.lines(), cells);
    }

    private List<Cell> added(RollUp rollUp, Ground ground, Set<Stamped> stamps) {
        var said = sheets.of(ground.reporters(), stamps);
        return new ArrayList<>(rollUp.add(ground.leaves(), (unit, period) -> said.get(new Place(unit, period))));
    }

    /** The units whose values are in the figures of a unit and a period, those that ended within it too. */
    Set<UnitId> speakers(Bucket bucket) {
        return heights.whole(key(bucket)).speakers().stream()
                .map(speaker -> speaker.unit().id())
                .collect(Collectors.toSet());
    }

    /** The codes of indicators with a current target in the tree for the period's year. */
    Set<String> planned(UnitId root, Period period, TreeView view) {
        var units = tree(bucket(root, period, view)).speakers().stream()
                .map(speaker -> speaker.unit().id())
                .collect(Collectors.toSet());
        var known = owners.of(units);
        return targets.of(known.values(), targets.stamps(known.values(), List.of(period.year()))).stream()
                .map(TargetRepository.Target::indicator)
                .collect(Collectors.toSet());
    }

    private static void addLeaf(
            List<Leaf> leaves, int number, Bucket bucket, Tree.Place place, Map<UnitId, Owner> known) {
        var owner = known.get(place.unit());
        if (owner != null) {
            leaves.add(new Leaf(
                    number, owner.number(), owner.cell(), place.branch(), place.weight(), until(place, bucket)));
        }
    }

    /** The place of the last month a unit spoke for. */
    private static int until(Tree.Place place, Bucket bucket) {
        var last = place.until();
        return last == null
                ? Leaf.THROUGHOUT
                : (int) bucket.period().months().stream()
                        .filter(month -> !month.lastDay().isAfter(last))
                        .count();
    }

    private static Key key(Bucket bucket) {
        return new Key(
                bucket.root(),
                bucket.treeOn(),
                bucket.unitsOn(),
                bucket.period().months().getFirst().lastDay());
    }

    /** Whether the unit stands so high that its figures are read from totals. */
    boolean readsTotals(Bucket bucket) {
        return heights.readsTotals(bucket);
    }

    private Tree tree(Bucket bucket) {
        return heights.readsTotals(bucket) ? heights.tree(key(bucket)) : heights.whole(key(bucket));
    }

    private Map<Key, Tree> trees(List<Bucket> buckets) {
        Map<Key, Tree> found = new HashMap<>();
        for (var bucket : buckets) {
            found.computeIfAbsent(key(bucket), key -> tree(bucket));
        }
        return found;
    }

    @Override
    public void forget() {
        answers.invalidateAll();
    }
}
