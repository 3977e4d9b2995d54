package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.giaoban.access.DelegationRepository.Lent;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.TokenId;
import org.giaoban.identity.TokenLimits;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What grants add up to, without a database. */
class RightsArithmeticTest {

    private static final LocalDate TODAY = LocalDate.of(2018, 11, 1);
    private static final UnitId HERE = UnitId.next();
    private static final UnitId THERE = UnitId.next();

    private final CurrentViewer viewer = new CurrentViewer();
    private final GrantRepository grants = mock(GrantRepository.class);
    private final RightsMemory memory = mock(RightsMemory.class);
    private final Reaches reaches = mock(Reaches.class);
    private final Deputies deputies = mock(Deputies.class);
    private final RightsOfViewer rights = new RightsOfViewer(
            viewer,
            grants,
            memory,
            reaches,
            deputies,
            Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    private final Access access = new Access(rights);

    @BeforeEach
    void nothingIsRememberedAndEveryTopIsItsOwnUnit() {
        when(memory.of(any(), any(), any())).thenAnswer(call -> {
            BiFunction<Viewer, LocalDate, Rights> work = call.getArgument(2);
            return work.apply(call.getArgument(0), call.getArgument(1));
        });
        when(reaches.scopes(any(), any(), any())).thenAnswer(call -> {
            Map<Capability, Set<Top>> tops = call.getArgument(0);
            @Nullable UnitId limit = call.getArgument(1);
            Map<Capability, Scope> scopes = new EnumMap<>(Capability.class);
            tops.forEach((capability, own) -> scopes.put(
                    capability,
                    Scope.of(own.stream()
                            .map(Top::unit)
                            .filter(unit -> limit == null || limit.equals(unit))
                            .collect(Collectors.toSet()))));
            return scopes;
        });
    }

    @Test
    void nobodyHoldsNothingAndTheSystemEverything() {
        assertThat(access.allowsAnywhere(Capability.TASK_READ)).isFalse();
        assertThat(access.allows(Capability.TASK_READ, HERE)).isFalse();
        assertThatThrownBy(() -> access.require(Capability.TASK_READ, HERE)).isInstanceOf(NotFound.class);
        viewer.run(Viewer.SYSTEM, () -> {
            assertThat(access.allows(Capability.ACCOUNTS, HERE)).isTrue();
            assertThat(access.allowsAnywhere(Capability.ACCOUNTS)).isTrue();
            assertThat(access.scope(Capability.GRANTS).everywhere()).isTrue();
            assertThat(access.reachesEverybody(Capability.GRANTS)).isTrue();
            assertThat(access.own(Capability.GRANTS).everywhere()).isTrue();
            access.require(Capability.MEMBER_READ, THERE);
        });
    }

    @Test
    void whatIsHeldIsHeldThereAndOnlyThat() {
        var who = person(null);
        granted(who, Capability.TASK_READ, HERE);
        viewer.run(who, () -> {
            assertThat(access.allows(Capability.TASK_READ, HERE)).isTrue();
            assertThat(access.allows(Capability.TASK_READ, THERE)).isFalse();
            assertThat(access.allows(Capability.TASK_DO, HERE)).isFalse();
            assertThat(access.allowsAnywhere(Capability.TASK_READ)).isTrue();
            assertThat(access.allowsAnywhere(Capability.TASK_DO)).isFalse();
            assertThat(access.scope(Capability.TASK_READ).units()).containsExactly(HERE);
            assertThat(access.scope(Capability.TASK_DO).empty()).isTrue();
            assertThat(access.decidable().empty()).isTrue();
            access.require(Capability.TASK_READ, HERE);
            assertThatThrownBy(() -> access.require(Capability.TASK_READ, THERE))
                    .isInstanceOf(NotFound.class);
        });
    }

    @Test
    void aTokenLeavesNoMoreThanItNames() {
        var limits = new TokenLimits(TokenId.next(), "x", Set.of("TASK_READ"), HERE);
        var who = person(limits);
        granted(who, Capability.TASK_READ, HERE);
        granted(who, Capability.TASK_READ, THERE);
        granted(who, Capability.TASK_DO, HERE);
        when(deputies.lentTo(any(), any())).thenThrow(new AssertionError("nothing is lent to a program"));
        viewer.run(who, () -> {
            assertThat(access.scope(Capability.TASK_READ).units()).containsExactly(HERE);
            assertThat(access.allowsAnywhere(Capability.TASK_DO)).isFalse();
        });
        var wide = person(new TokenLimits(TokenId.next(), "x", Set.of(), null));
        granted(wide, Capability.TASK_DO, HERE);
        granted(wide, Capability.TASK_READ, THERE);
        viewer.run(wide, () -> {
            assertThat(access.allows(Capability.TASK_DO, HERE)).isTrue();
            assertThat(access.allows(Capability.TASK_READ, THERE)).isTrue();
        });
    }

    @Test
    void whatIsLentOpensReadingAndDecidingThatIsAskedForApart() {
        var who = person(null);
        granted(who, Capability.REPORT_ACCEPT, HERE);
        var lent = List.of(new Lent(UUID.randomUUID(), AccountId.next(), who.account(), THERE));
        when(deputies.lentTo(who.account(), TODAY)).thenReturn(lent);
        when(deputies.tops(any(), eq(lent), eq(TODAY))).thenReturn(Set.of());
        when(deputies.tops(Capability.REPORT_ACCEPT, lent, TODAY)).thenReturn(Set.of(new Top(THERE, Reach.UNIT)));
        when(deputies.tops(Capability.REPORT_READ, lent, TODAY)).thenReturn(Set.of(new Top(THERE, Reach.UNIT)));
        viewer.run(who, () -> {
            assertThat(access.allows(Capability.REPORT_ACCEPT, THERE)).isFalse();
            assertThat(access.allows(Capability.REPORT_ACCEPT, HERE)).isTrue();
            assertThat(access.decidable().units()).containsExactlyInAnyOrder(HERE, THERE);
            assertThat(access.allows(Capability.REPORT_READ, THERE)).isTrue();
            assertThat(access.own(Capability.REPORT_READ).empty()).isTrue();
            assertThat(access.allows(Capability.FIGURES_READ, THERE)).isFalse();
        });
    }

    @Test
    void rightsAreReadOncePerRequestAndAllowNothingWhileTheyAreRead() {
        var who = person(null);
        var asked = new HashSet<Boolean>();
        when(grants.valid(eq(who.account()), any())).thenAnswer(call -> {
            asked.add(access.allowsAnywhere(Capability.TASK_READ));
            return List.of(new GrantRepository.Valid(Capability.TASK_READ, HERE, Reach.UNIT));
        });
        viewer.run(who, () -> {
            assertThat(rights.get()).isSameAs(rights.get());
            assertThat(access.allowsAnywhere(Capability.TASK_READ)).isTrue();
        });
        assertThat(asked).containsExactly(false);
    }

    @Test
    void everybodyIsReachedOnlyWhenNobodyHoldsAnythingOutside() {
        var who = person(null);
        granted(who, Capability.ACCOUNTS, HERE);
        viewer.run(who, () -> {
            when(grants.outside(any(), eq(TODAY))).thenReturn(Set.of());
            assertThat(access.reachesEverybody(Capability.ACCOUNTS)).isTrue();
            assertThat(access.reachesEverybody(Capability.GRANTS))
                    .as("holds nothing")
                    .isFalse();
            when(grants.outside(any(), eq(TODAY))).thenReturn(Set.of(AccountId.next()));
            assertThat(access.reachesEverybody(Capability.ACCOUNTS)).isFalse();
        });
    }

    private void granted(Viewer who, Capability capability, UnitId unit) {
        var before = grants.valid(who.account(), TODAY);
        var all = new ArrayList<>(before == null ? List.of() : before);
        all.add(new GrantRepository.Valid(capability, unit, Reach.UNIT));
        when(grants.valid(who.account(), TODAY)).thenReturn(all);
    }

    private static Viewer person(@Nullable TokenLimits token) {
        return new Viewer(AccountId.next(), null, "ai", "Ai đó", token);
    }
}
