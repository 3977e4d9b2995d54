package org.giaoban.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Subtrees.Below;
import org.giaoban.organization.TreeHistory.Life;
import org.giaoban.organization.TreeHistory.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A walk that is remembered says what a walk done anew says: on every day, and after every change of the tree. */
class SubtreesTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 900;
    private static final int UNITS = 40;

    private final List<UnitId> units = new ArrayList<>();
    private TreeHistory history = TreeHistory.NONE;

    @Test
    void rememberedWalksAreTheWalksDoneAnew() {
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("Seed of the walks: " + seed);
        var random = new Random(seed);
        var remembering = new Subtrees(1);
        for (var number = 0; number < UNITS; number++) {
            units.add(new UnitId(new UUID(7, number)));
            live(number, random);
        }
        for (var asked = 0; asked < 2_000; asked++) {
            if (random.nextInt(50) == 0) {
                live(1 + random.nextInt(UNITS - 1), random);
            }
            var top = units.get(random.nextInt(4));
            var below = new Below(Set.of(top), FIRST.plusDays(random.nextInt(DAYS) - 10), 1 + random.nextInt(5));
            var anew = new Subtrees(Integer.MAX_VALUE).of(history, below);
            assertThat(List.copyOf(remembering.of(history, below).entrySet()))
                    .as("below %s", below)
                    .isEqualTo(List.copyOf(anew.entrySet()));
        }
    }

    /** A unit under others that were there before it, moved on some days, perhaps gone in the end. */
    private void live(int number, Random random) {
        var versions = new ArrayList<Node>();
        var from = FIRST.plusDays(number == 0 ? 0 : random.nextInt(DAYS / 2));
        for (var left = random.nextInt(4); left >= 0; left--) {
            var until = left == 0 && random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(DAYS / 4));
            versions.add(version(number, number == 0 ? null : units.get(random.nextInt(number)), from, until));
            if (until == null) {
                break;
            }
            from = until;
        }
        var code = "D" + number;
        history = history.with(history.number() + 1, List.of(new Life(units.get(number), code, versions)));
    }

    private Node version(int number, @Nullable UnitId parent, LocalDate from, @Nullable LocalDate until) {
        var name = "Đơn vị " + number;
        var unit = new Unit(
                units.get(number), "D" + number, name, name, "DANG_UY_XA", parent, new DateRange(from, until), (short)
                        1);
        return new Node(unit, (short) (number % 3), "don vi " + number);
    }
}
