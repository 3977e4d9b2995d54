package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Seeded;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.KindRules;
import org.giaoban.organization.UnitKind;
import org.giaoban.reorganisation.Fault.Sort;
import org.junit.jupiter.api.Test;

/** The tree after a plan is arithmetic on the tree before. */
class ReshapingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    /** Two districts under a province, three communes and one office in each. */
    private final Map<String, Standing> tree = new LinkedHashMap<>();

    ReshapingTest() {
        stands("T", "PROVINCE", null);
        for (var district : List.of("A", "B")) {
            stands(district, "DISTRICT", "T");
            stands(district + "0", "OFFICE", district);
            for (var commune = 1; commune <= 3; commune++) {
                stands(district + commune, "COMMUNE", district);
            }
        }
    }

    private void stands(String code, String kind, String parent) {
        var place = new Place(id(code), code, "Unit " + code, code, kind, parent);
        tree.put(code, new Standing(place, LocalDate.of(2000, 1, 1), null, false));
    }

    private static UnitId id(String code) {
        return new UnitId(UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void aMergerEndsItsGiversAndTheirChildrenFollow() {
        stands("A11", "OFFICE", "A1");
        var after = reshape(NewEvent.of(EventKind.MERGE, whole("A1", "A2"), List.of(fresh("N", "COMMUNE", ""))));

        assertThat(after.faults()).isEmpty();
        assertThat(after.ended()).containsExactly("A1", "A2");
        assertThat(after.founded()).containsExactly("N");
        assertThat(place(after, "N").parent()).isEqualTo("A");
        assertThat(place(after, "A11").parent()).isEqualTo("N");
        assertThat(after.heirs().get("A1")).containsExactly(new Flow("A1", "N", BigDecimal.ONE, false));
    }

    @Test
    void oneOfTheMergedMayLiveOnUnderAnotherName() {
        var after = reshape(NewEvent.of(
                EventKind.MERGE, whole("A1", "A2"), List.of(Target.unit("A1", "New name", "New", "", "B"))));

        assertThat(after.faults()).isEmpty();
        assertThat(after.ended()).containsExactly("A2");
        assertThat(place(after, "A1")).extracting(Place::name, Place::parent).containsExactly("New name", "B");
        assertThat(after.flows()).containsExactly(new Flow("A2", "A1", BigDecimal.ONE, false));
    }

    @Test
    void aSplitUnitMayKeepAShareAndLiveOn() {
        var targets = List.of(
                Target.of("A1").share(new BigDecimal("0.7"), false),
                fresh("N", "COMMUNE", "B").share(new BigDecimal("0.3"), true));
        var after = reshape(NewEvent.of(EventKind.SPLIT, whole("A1"), targets));

        assertThat(after.faults()).isEmpty();
        assertThat(after.ended()).isEmpty();
        assertThat(after.flows()).containsExactly(new Flow("A1", "N", new BigDecimal("0.3"), true));
    }

    @Test
    void sharesThatDoNotMakeOneAreFound() {
        var targets = List.of(
                fresh("N", "COMMUNE", "A").share(new BigDecimal("0.5"), false),
                fresh("M", "COMMUNE", "A").share(new BigDecimal("0.4"), false));

        assertThat(reshape(NewEvent.of(EventKind.SPLIT, whole("A1"), targets)).faults())
                .containsExactly(new Fault(Sort.SHARES, "A1", List.of("0.9"), List.of(Fault.LEAVE_OUT)));
    }

    @Test
    void aLevelGoesWhenItsChildrenMoveUpAndItIsDissolved() {
        var communes = List.of("A1", "A2", "A3", "B1", "B2", "B3");
        var events = List.of(
                NewEvent.of(
                        EventKind.MOVE,
                        List.of(),
                        communes.stream()
                                .map(code -> Target.unit(code, "", "", "", "T"))
                                .toList()),
                NewEvent.of(
                        EventKind.CHANGE_KIND,
                        List.of(),
                        communes.stream()
                                .map(code -> Target.unit(code, "", "", "UPPER", ""))
                                .toList()),
                NewEvent.of(EventKind.DISSOLVE, whole("A", "B"), List.of()));

        var open = reshape(Map.of(), events);

        assertThat(open.faults()).extracting(Fault::key).containsExactly("CHILDREN_LEFT:A", "CHILDREN_LEFT:B");
        var after = reshape(Map.of("CHILDREN_LEFT:A", Fault.END, "CHILDREN_LEFT:B", "T"), events);
        assertThat(after.ended()).containsExactly("A", "A0", "B");
        assertThat(place(after, "B0").parent()).isEqualTo("T");
        assertThat(place(after, "A1")).extracting(Place::kind, Place::parent).containsExactly("UPPER", "T");
        assertThat(after.heirs().get("A0")).extracting(Flow::to).containsExactly("T");
        assertThat(after.faults()).extracting(Fault::sort).containsOnly(Sort.CHILDREN_LEFT);
    }

    @Test
    void aKindThatMayNotStandThereAsksForAnother() {
        var event = NewEvent.of(EventKind.FOUND, List.of(), List.of(fresh("N", "COMMUNE", "T")));

        var fault = reshape(event).faults().getFirst();

        assertThat(fault.sort()).isEqualTo(Sort.KIND_NOT_THERE);
        assertThat(fault.choices()).containsExactly("DISTRICT", "UPPER", "OFFICE", Fault.LEAVE_OUT);
        assertThat(place(reshape(Map.of(fault.key(), "UPPER"), List.of(event)), "N")
                        .kind())
                .isEqualTo("UPPER");
        assertThat(reshape(Map.of(fault.key(), Fault.LEAVE_OUT), List.of(event)).founded())
                .isEmpty();
    }

    @Test
    void whatCannotBeIsFoundAndMayBeLeftOut() {
        tree.put("A1", new Standing(tree.get("A1").place(), DAY, null, false));
        tree.put("A2", new Standing(tree.get("A2").place(), LocalDate.of(2000, 1, 1), null, true));
        assertThat(sorts(NewEvent.of(EventKind.MERGE, whole("A1", "A3"), List.of(fresh("N", "COMMUNE", "")))))
                .containsExactly(Sort.BEFORE_FOUNDING);
        assertThat(sorts(NewEvent.of(EventKind.RENAME, List.of(), List.of(Target.unit("A2", "X", "X", "", "")))))
                .containsExactly(Sort.CHANGES_LATER);
        assertThat(sorts(NewEvent.of(EventKind.ABSORB, whole("ZZ"), List.of(Target.of("A3")))))
                .containsExactly(Sort.UNKNOWN_UNIT);
        assertThat(sorts(NewEvent.of(EventKind.FOUND, List.of(), List.of(fresh("A3", "COMMUNE", "A")))))
                .containsExactly(Sort.CODE_TAKEN);
        assertThat(sorts(NewEvent.of(EventKind.MOVE, List.of(), List.of(Target.unit("A", "", "", "", "A3")))))
                .contains(Sort.LOOP);
        assertThat(sorts(NewEvent.of(EventKind.MOVE, List.of(), List.of(Target.unit("A3", "", "", "", "ZZ")))))
                .containsExactly(Sort.PARENT_UNKNOWN);
        assertThat(sorts(
                        NewEvent.of(EventKind.DISSOLVE, whole("A3"), List.of()),
                        NewEvent.of(EventKind.RENAME, List.of(), List.of(Target.unit("A3", "X", "X", "", "")))))
                .containsExactly(Sort.ENDS_TOO);
        assertThat(sorts(
                        NewEvent.of(EventKind.ABSORB, whole("B1"), List.of(Target.of("A3"))),
                        NewEvent.of(EventKind.ABSORB, whole("A3"), List.of(Target.of("B2")))))
                .containsExactly(Sort.TARGET_ENDS);
        assertThat(sorts(
                        NewEvent.of(EventKind.RENAME, List.of(), List.of(Target.unit("B1", "X", "X", "", ""))),
                        NewEvent.of(EventKind.RENAME, List.of(), List.of(Target.unit("B1", "Y", "Y", "", "")))))
                .containsExactly(Sort.SAID_TWICE);
    }

    @Test
    void nothingIsLostOrMadeAndEveryUnitHasAParentWhateverThePlan() {
        var random = Seeded.random("plans on a tree");
        for (var round = 0; round < 400; round++) {
            var communes = tree.keySet().stream()
                    .filter(code -> code.matches("[AB][1-3]"))
                    .toList();
            var entered = new ArrayList<NewEvent>();
            new RandomPlans(random).events(communes, List.of("A", "B")).forEach(event -> entered.add(kinds(event)));
            var after = reshape(Map.of(), entered);

            assertThat(after.after().values())
                    .allMatch(place -> place.parent() == null || after.after().containsKey(place.parent()));
            var held = new HashMap<String, BigDecimal>();
            after.before().keySet().forEach(code -> {
                var kept = after.flows().stream()
                        .filter(flow -> flow.from().equals(code))
                        .map(Flow::share)
                        .reduce(BigDecimal.ONE, BigDecimal::subtract);
                held.merge(code, kept, BigDecimal::add);
                after.flows().stream()
                        .filter(flow -> flow.from().equals(code))
                        .forEach(flow -> held.merge(flow.to(), flow.share(), BigDecimal::add));
            });
            assertThat(held.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(BigDecimal.valueOf(tree.size()));
            assertThat(after.ended()).allSatisfy(code -> {
                assertThat(after.heirs().get(code)).isNotEmpty();
                assertThat(after.heirs().get(code).stream().map(Flow::share).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(BigDecimal.ONE);
            });
        }
    }

    private static NewEvent kinds(NewEvent event) {
        var targets = event.to().stream()
                .map(target -> target.kind().isEmpty() ? target : target.kind("COMMUNE"))
                .toList();
        return NewEvent.of(event.kind(), event.from(), targets);
    }

    private static Place place(Reshaped reshaped, String code) {
        return java.util.Objects.requireNonNull(reshaped.after().get(code));
    }

    private Set<Sort> sorts(NewEvent... events) {
        return reshape(events).faults().stream().map(Fault::sort).collect(Collectors.toSet());
    }

    private Reshaped reshape(NewEvent... events) {
        return reshape(Map.of(), List.of(events));
    }

    private Reshaped reshape(Map<String, String> choices, List<NewEvent> entered) {
        var events = entered.stream()
                .map(event -> Event.of(UUID.randomUUID(), event))
                .toList();
        var reserved = new HashMap<String, UnitId>();
        events.forEach(event -> event.codes().forEach(code -> reserved.put(code, id(code))));
        return Reshaping.of(new Ground(DAY, tree, Map.of(), reserved, rules()), events, choices);
    }

    private static KindRules rules() {
        var kinds = new HashMap<String, UnitKind>();
        List.of("PROVINCE", "DISTRICT", "UPPER", "COMMUNE", "OFFICE")
                .forEach(code -> kinds.put(
                        code,
                        new UnitKind(
                                code,
                                code,
                                UnitKind.Category.PARTY,
                                (short) kinds.size(),
                                true,
                                true,
                                code.equals("PROVINCE"),
                                DateRange.from(LocalDate.of(1930, 2, 3)))));
        var allowed = List.of(
                        "DISTRICT PROVINCE",
                        "UPPER PROVINCE",
                        "COMMUNE DISTRICT",
                        "OFFICE DISTRICT",
                        "OFFICE PROVINCE",
                        "OFFICE COMMUNE")
                .stream()
                .map(pair -> new KindRules.Below(pair.split(" ")[0], pair.split(" ")[1]))
                .collect(Collectors.toSet());
        return new KindRules(DAY, kinds, allowed);
    }

    private static List<Giver> whole(String... codes) {
        return List.of(codes).stream().map(Giver::whole).toList();
    }

    private static Target fresh(String code, String kind, String parent) {
        return Target.unit(code, "Unit " + code, code, kind, parent);
    }
}
