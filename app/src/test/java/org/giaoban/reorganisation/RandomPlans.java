package org.giaoban.reorganisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes plans that a tree of grassroots units under districts can carry out, from a seed. */
final class RandomPlans {

    private final Random random;
    private int named;

    RandomPlans(Random random) {
        this.random = random;
    }

    /** Events on some of the grassroots units, each unit in one event only; {@code districts} stay. */
    List<NewEvent> events(List<String> communes, List<String> districts) {
        var left = new ArrayList<>(communes);
        Collections.shuffle(left, random);
        var events = new ArrayList<NewEvent>();
        var many = 1 + random.nextInt(5);
        for (var number = 0; number < many && left.size() > 4; number++) {
            events.add(event(left, districts));
        }
        // a move may lead to where the unit stands already; something has to happen
        events.add(NewEvent.of(EventKind.FOUND, List.of(), List.of(fresh(districts.getFirst()))));
        return events;
    }

    private NewEvent event(List<String> left, List<String> districts) {
        var district = districts.get(random.nextInt(districts.size()));
        return switch (random.nextInt(8)) {
            case 0 -> NewEvent.of(EventKind.FOUND, List.of(), List.of(fresh(district)));
            case 1 -> NewEvent.of(EventKind.RENAME, List.of(), List.of(renamed(left.removeLast())));
            case 2 ->
                NewEvent.of(EventKind.MOVE, List.of(), List.of(Target.unit(left.removeLast(), "", "", "", district)));
            case 3 -> NewEvent.of(EventKind.MERGE, givers(left), List.of(fresh(district)));
            case 4 -> within(givers(left));
            case 5 -> NewEvent.of(EventKind.ABSORB, givers(left), List.of(Target.of(left.removeLast())));
            case 6 -> split(left.removeLast(), left, district);
            default -> NewEvent.of(EventKind.DISSOLVE, givers(left), List.of());
        };
    }

    private static NewEvent within(List<Giver> givers) {
        return NewEvent.of(
                EventKind.MERGE, givers, List.of(Target.of(givers.getFirst().code())));
    }

    private List<Giver> givers(List<String> left) {
        var givers = new ArrayList<Giver>();
        var many = 1 + random.nextInt(2);
        for (var number = 0; number <= many && left.size() > 1; number++) {
            givers.add(Giver.whole(left.removeLast()));
        }
        return givers;
    }

    /** Into new units, another one that stands, or one that is the unit itself. */
    private NewEvent split(String giver, List<String> left, String district) {
        var targets = new ArrayList<Target>();
        targets.add(fresh(district));
        targets.add(random.nextBoolean() ? fresh(district) : Target.of(giver));
        if (random.nextBoolean()) {
            targets.add(Target.of(left.removeLast()));
        }
        var rest = BigDecimal.ONE;
        var shared = new ArrayList<Target>();
        for (var number = 0; number < targets.size(); number++) {
            var share = number == targets.size() - 1
                    ? rest
                    : rest.multiply(BigDecimal.valueOf(1L + random.nextInt(98), 2))
                            .setScale(4, java.math.RoundingMode.UP);
            rest = rest.subtract(share);
            shared.add(targets.get(number).share(share, random.nextBoolean()));
        }
        return NewEvent.of(EventKind.SPLIT, List.of(Giver.whole(giver)), shared);
    }

    private Target fresh(String district) {
        var code = "NEW-" + ++named;
        return Target.unit(code, "Đảng ủy xã " + code, code, "DANG_UY_XA", district);
    }

    private Target renamed(String code) {
        var name = "Đảng ủy xã mang tên " + ++named;
        return Target.unit(code, name, name, "", "");
    }
}
