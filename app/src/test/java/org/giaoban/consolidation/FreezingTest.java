package org.giaoban.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.giaoban.consolidation.ThreeLevels.FLOW;
import static org.giaoban.consolidation.ThreeLevels.OCTOBER;
import static org.giaoban.consolidation.ThreeLevels.SHARE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.giaoban.consolidation.Consolidating.Seen;
import org.giaoban.consolidation.ThreeLevels.Tree;
import org.giaoban.kernel.Figure;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Refused;
import org.giaoban.reporting.ReturnsBrought;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What was sent up stays as it was sent, every correction below shows, and only a decision changes anything. */
@GiaoBanTest
class FreezingTest {

    @Autowired
    ThreeLevels levels;

    @Autowired
    Consolidating consolidating;

    @Autowired
    ApplicationEventPublisher events;

    private Tree reported() {
        var tree = levels.tree();
        for (var commune = 0; commune < 6; commune++) {
            levels.say(tree, commune, 10 + commune, 30, 40);
        }
        return tree;
    }

    private int versionOf(Unit level) {
        return levels.row(level).version();
    }

    private static Figure number(long value) {
        return Figure.of(value);
    }

    private static BigDecimal value(Figure figure) {
        return figure.amount().orElseThrow().stripTrailingZeros();
    }

    @Test
    void aCorrectionBelowIsADifferenceAndNothingElse() {
        var tree = reported();
        var district = tree.districts().getFirst();
        levels.send(district);

        levels.say(tree, 1, 14, 30, 40);

        assertThat(value(levels.sealed(district, 1).figure(FLOW))).isEqualByComparingTo("33");
        assertThat(value(levels.live(district, FLOW))).isEqualByComparingTo("36");
        assertThat(levels.differences(district)).singleElement().satisfies(one -> {
            assertThat(one.indicator().code()).isEqualTo(FLOW);
            assertThat(one.open()).isTrue();
            assertThat(one.causes()).singleElement().satisfies(cause -> {
                assertThat(cause.unit()).isEqualTo(tree.communes().get(1).id());
                assertThat(cause.was()).isEqualTo("11");
                assertThat(cause.is()).isEqualTo("14");
                assertThat(cause.since()).isNotNull();
            });
        });
        assertThat(levels.row(district).stirredAt()).isNotNull();
    }

    @Test
    void returnsThatComeByTheFileLightTheDeskOfTheLevelsAbove() {
        var tree = reported();
        var district = tree.districts().getFirst();
        var other = tree.districts().getLast();
        levels.send(district);
        levels.send(other);
        var brought = tree.communes().subList(0, 2).stream().map(Unit::id).toList();

        levels.run(() -> events.publishEvent(new ReturnsBrought(OCTOBER, brought)));

        assertThat(levels.row(district).stirredAt()).isNotNull();
        assertThat(levels.row(other).stirredAt()).as("nothing below it moved").isNull();
        levels.run(() -> events.publishEvent(new ReturnsBrought(OCTOBER.next(), brought)));
        assertThat(levels.row(other).stirredAt()).isNull();
    }

    @Test
    void whatIsRefusedStaysAndALaterCorrectionAsksAnew() {
        var tree = reported();
        var district = tree.districts().getFirst();
        levels.send(district);
        levels.say(tree, 0, 20, 30, 40);

        levels.refuse(district, "Sai kỳ, tính vào tháng sau", FLOW);

        assertThat(value(levels.sealed(district, 1).figure(FLOW))).isEqualByComparingTo("33");
        assertThat(levels.row(district).version()).isEqualTo(1);
        assertThat(levels.row(district).stirredAt()).isNull();
        assertThat(levels.differences(district))
                .singleElement()
                .satisfies(one -> assertThat(one.refusal()).isNotNull());
        levels.say(tree, 0, 21, 30, 40);
        assertThat(levels.differences(district)).singleElement().matches(Difference::open);
        levels.say(tree, 0, 10, 30, 40);
        assertThat(levels.differences(district)).as("set right below").isEmpty();
    }

    @Test
    void takenInItIsANewVersionAndADifferenceOneLevelUp() {
        var tree = reported();
        var district = tree.districts().getFirst();
        levels.send(district);
        levels.send(tree.districts().getLast());
        levels.send(tree.province());
        levels.say(tree, 2, 22, 35, 40);

        assertThat(levels.differences(tree.province()))
                .as("the province stands by what the district sent")
                .isEmpty();
        levels.takeIn(district, FLOW);

        assertThat(value(levels.sealed(district, 1).figure(FLOW))).isEqualByComparingTo("33");
        assertThat(value(levels.sealed(district, 2).figure(FLOW))).isEqualByComparingTo("43");
        assertThat(levels.sealed(district, 2).figure(SHARE))
                .as("what was not chosen stays as printed")
                .isEqualTo(levels.sealed(district, 1).figure(SHARE));
        assertThat(levels.differences(district))
                .singleElement()
                .matches(one -> one.indicator().code().equals(SHARE));
        assertThat(levels.differences(tree.province())).singleElement().satisfies(one -> {
            assertThat(value(one.sealed().figure())).isEqualByComparingTo("75");
            assertThat(value(one.now().figure())).isEqualByComparingTo("85");
            assertThat(one.causes())
                    .singleElement()
                    .matches(cause -> cause.unit().equals(district.id()));
        });
        levels.takeIn(tree.province(), FLOW);
        assertThat(levels.differences(tree.province())).isEmpty();
    }

    @Test
    void refusedBelowNothingRisesAboveAndSharesAreRecomputed() {
        var tree = reported();
        var district = tree.districts().getFirst();
        levels.send(district);
        levels.say(tree, 0, 10, 40, 40);
        levels.refuse(district, "Chưa có biên bản", SHARE);
        levels.send(tree.province());

        assertThat(value(levels.sealed(tree.province(), 1).figure(SHARE)))
                .as("180 of 240, not the 190 of the rows")
                .isEqualByComparingTo("75");
        assertThat(levels.differences(tree.province())).isEmpty();
        assertThat(value(levels.live(tree.province(), SHARE))).isGreaterThan(BigDecimal.valueOf(79));
    }

    @Test
    void aLateReturnIsADifferenceToo() {
        var tree = levels.tree();
        levels.say(tree, 0, 5, 10, 20);
        var district = tree.districts().getFirst();
        levels.send(district);

        levels.say(tree, 1, 7, 10, 20);

        assertThat(levels.differences(district))
                .extracting(one -> one.indicator().code())
                .contains(FLOW);
        assertThat(levels.differences(district).getFirst().causes())
                .singleElement()
                .matches(cause -> cause.unit().equals(tree.communes().get(1).id()));
    }

    @Test
    void whoeverDecidesOnAnOldPageIsTold() {
        var tree = reported();
        var district = tree.districts().getFirst();
        levels.send(district);
        levels.say(tree, 0, 20, 30, 40);
        var seen = levels.seen(district);
        levels.say(tree, 0, 25, 30, 40);

        assertThatThrownBy(
                        () -> levels.run(() -> consolidating.takeIn(levels.target(district), List.of(FLOW), seen, "")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> levels.run(() ->
                        consolidating.refuse(levels.target(district), List.of(FLOW), new Seen(0, seen.hash()), "x")))
                .isInstanceOf(Refused.class);
        assertThat(levels.row(district).version()).isEqualTo(1);
    }

    @Test
    void twoOfficersWhoDecideAtOnceLeaveOneDecision() throws Exception {
        var tree = reported();
        var district = tree.districts().getFirst();
        levels.send(district);
        levels.say(tree, 0, 20, 30, 40);
        var seen = levels.seen(district);
        var outcomes = new ArrayList<Boolean>();
        Callable<Boolean> take =
                () -> decided(() -> consolidating.takeIn(levels.target(district), List.of(FLOW), seen, ""));
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var done : pool.invokeAll(List.of(take, take))) {
                outcomes.add(done.get());
            }
        }

        assertThat(outcomes).containsExactlyInAnyOrder(true, false);
        assertThat(levels.row(district).version()).isEqualTo(2);
    }

    private boolean decided(Runnable deed) {
        try {
            levels.run(deed);
            return true;
        } catch (Refused second) {
            return false;
        }
    }

    @Test
    void anOpenReportStandsForNothingAbove() {
        var tree = reported();
        var district = tree.districts().getFirst();
        levels.send(district);
        levels.say(tree, 0, 20, 30, 40);
        assertThat(value(levels.now(tree.province()).figure(FLOW))).isEqualByComparingTo("75");

        levels.run(() -> consolidating.reopen(levels.target(district), "Cấp dưới sửa nhiều"));

        assertThat(value(levels.now(tree.province()).figure(FLOW))).isEqualByComparingTo("85");
        assertThatThrownBy(() -> levels.run(() -> consolidating.accept(levels.target(district), versionOf(district))))
                .isInstanceOf(Refused.class);
        levels.send(district);
        levels.run(() -> consolidating.accept(levels.target(district), versionOf(district)));
        assertThat(levels.row(district).state()).isEqualTo(ReportState.ACCEPTED);
        assertThat(levels.row(district).version()).isEqualTo(2);
    }

    /** Random corrections and decisions: frozen figures never move, taking all in makes them equal to the present. */
    @Test
    void frozenFiguresNeverChangeByWhatHappensBelow() {
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("Seed of the freezing: " + seed);
        var random = new Random(seed);
        var tree = reported();
        tree.districts().forEach(levels::send);
        levels.send(tree.province());
        var all = new ArrayList<Unit>(tree.districts());
        all.add(tree.province());
        var frozen = new LinkedHashMap<String, Map<String, Sealed.Line>>();
        for (var round = 0; round < 60; round++) {
            act(tree, all.get(random.nextInt(all.size())), random);
            for (var level : all) {
                for (var version = 1; version <= levels.row(level).version(); version++) {
                    var now = levels.sealed(level, version).lines();
                    var before = frozen.putIfAbsent(level.code() + version, now);
                    assertThat(before == null ? now : before).isEqualTo(now);
                }
            }
        }
        for (var commune = 0; commune < 6; commune++) {
            levels.say(tree, commune, 1_000 + commune, 501 + 3 * commune, 1_009 + commune);
        }
        tree.districts().forEach(this::takeAllIn);
        takeAllIn(tree.province());
        for (var level : all) {
            var newest = levels.sealed(level, levels.row(level).version());
            for (var code : List.of(FLOW, SHARE)) {
                assertThat(Kept.key(newest.figure(code)))
                        .as(level.code() + " " + code)
                        .isEqualTo(Kept.key(levels.live(level, code)));
            }
        }
    }

    private void act(Tree tree, Unit level, Random random) {
        switch (random.nextInt(5)) {
            case 0, 1 ->
                levels.say(tree, random.nextInt(6), random.nextInt(50), random.nextInt(40), 40 + random.nextInt(3));
            case 2 -> levels.silence(tree, random.nextInt(6));
            case 3 -> takeAllIn(level);
            default -> {
                var open = open(level);
                if (open.length > 0) {
                    levels.refuse(level, "Không nhận lần " + random.nextInt(), open);
                }
            }
        }
    }

    private void takeAllIn(Unit level) {
        var open = open(level);
        if (open.length > 0) {
            levels.takeIn(level, open);
        }
    }

    private String[] open(Unit level) {
        return levels.differences(level).stream()
                .filter(Difference::open)
                .map(one -> one.indicator().code())
                .toArray(String[]::new);
    }
}
