package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.DelegationRepository.Lent;
import org.giaoban.access.Scope.Extent;
import org.giaoban.identity.Accounts;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;

/** Which units a few tops reach, and what of a loan still counts, without a database. */
class ReachesArithmeticTest {

    private static final LocalDate DAY = LocalDate.of(2018, 11, 1);
    private static final UnitId ABOVE = UnitId.next();
    private static final UnitId BELOW = UnitId.next();
    private static final UnitId OLD = UnitId.next();
    private static final UnitId ASIDE = UnitId.next();

    private final UnitTree tree = mock(UnitTree.class);
    private final StoredReaches stored = mock(StoredReaches.class);
    private final DelegationRepository delegations = mock(DelegationRepository.class);
    private final GrantRepository grants = mock(GrantRepository.class);
    private final Accounts accounts = mock(Accounts.class);
    private final Reaches reaches = new Reaches(provider(tree), stored, mock(PlatformTransactionManager.class));
    private final Deputies deputies = new Deputies(delegations, grants, accounts, provider(tree));

    @SuppressWarnings("unchecked")
    private static ObjectProvider<UnitTree> provider(UnitTree tree) {
        var provider = (ObjectProvider<UnitTree>) mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(tree);
        return provider;
    }

    @BeforeEach
    void aTreeOfFour() {
        when(tree.number()).thenReturn(1L);
        when(tree.size()).thenReturn(4);
        when(tree.everything(any(), any())).thenReturn(Set.of());
        when(tree.subtree(ABOVE, DAY)).thenReturn(Set.of(ABOVE, BELOW, OLD));
        when(tree.subtree(BELOW, DAY)).thenReturn(Set.of(BELOW, OLD));
        when(tree.withPredecessors(BELOW, DAY)).thenReturn(Set.of(BELOW, OLD));
        when(tree.withPredecessors(ABOVE, DAY)).thenReturn(Set.of(ABOVE));
        when(tree.withPredecessors(ASIDE, DAY)).thenReturn(Set.of(ASIDE));
        when(tree.covers(ABOVE, BELOW, DAY)).thenReturn(true);
        when(stored.extent(any())).thenReturn(new Extent.Listed());
    }

    @Test
    void aTopReachesItselfOrAllBelow() {
        assertThat(units(null, new Top(ABOVE, Reach.UNIT))).containsExactly(ABOVE);
        assertThat(units(null, new Top(BELOW, Reach.UNIT))).containsExactlyInAnyOrder(BELOW, OLD);
        assertThat(units(null, new Top(ABOVE, Reach.BELOW))).containsExactlyInAnyOrder(ABOVE, BELOW, OLD);
        assertThat(units(null, new Top(ABOVE, Reach.UNIT), new Top(ASIDE, Reach.UNIT)))
                .containsExactlyInAnyOrder(ABOVE, ASIDE);
        assertThat(units(BELOW, new Top(ABOVE, Reach.BELOW), new Top(ASIDE, Reach.UNIT)))
                .containsExactlyInAnyOrder(BELOW, OLD);
    }

    @Test
    void whoeverReachesAllHoldsTheWholeTree() {
        var all = Set.of(ABOVE, BELOW, OLD, ASIDE);
        when(tree.everything(Set.of(ABOVE), DAY)).thenReturn(all);
        var scope = scope(null, new Top(ABOVE, Reach.BELOW));
        assertThat(scope.units()).isEqualTo(all);
        assertThat(scope.wholeTree()).isTrue();
        assertThat(scope(null, new Top(ABOVE, Reach.UNIT)).wholeTree()).isFalse();
        when(tree.size()).thenReturn(0);
        when(tree.withPredecessors(OLD, DAY)).thenReturn(Set.of());
        assertThat(scope(null, new Top(OLD, Reach.UNIT)).wholeTree()).isFalse();
    }

    @Test
    void whatWasWorkedOutIsRememberedUntilTheTreeChanges() {
        var top = new Top(ABOVE, Reach.BELOW);
        scope(null, top);
        scope(null, top);
        verify(tree, times(1)).subtree(ABOVE, DAY);
        when(tree.number()).thenReturn(2L);
        scope(null, top);
        verify(tree, times(2)).subtree(ABOVE, DAY);
        reaches.forget();
        scope(null, top);
        verify(tree, times(3)).subtree(ABOVE, DAY);
    }

    @Test
    void aLargeSetIsStoredBeforeItIsCompared() {
        var name = UUID.randomUUID();
        verify(stored, never()).keep(any(), any());
        when(stored.extent(any())).thenReturn(new Extent.Stored(name));
        var scope = scope(null, new Top(ABOVE, Reach.BELOW));
        verify(stored).keep(name, scope.units());
        assertThat(scope.wholeTree()).isFalse();
        scope(null, new Top(ABOVE, Reach.BELOW));
        verify(stored, times(2)).keep(name, scope.units());
    }

    @Test
    void aScopeIsAConditionThatSaysThatMuch() {
        assertThat(sql(Scope.EVERYWHERE)).isEqualTo("true");
        assertThat(sql(Scope.NOWHERE)).isEqualTo("false");
        assertThat(sql(Scope.of(Set.of(ABOVE))))
                .contains("u in (")
                .contains(ABOVE.value().toString());
        assertThat(sql(new Scope(Set.of(ABOVE), new Extent.WholeTree()))).isEqualTo("u is not null");
        var name = UUID.randomUUID();
        assertThat(sql(new Scope(Set.of(ABOVE), new Extent.Stored(name)))).contains("exists", name.toString());
        assertThat(Scope.EVERYWHERE.wholeTree()).isTrue();
        assertThat(Scope.EVERYWHERE.contains(ASIDE)).isTrue();
        assertThat(Scope.EVERYWHERE.empty()).isFalse();
        assertThat(Scope.NOWHERE.contains(ASIDE)).isFalse();
        assertThat(Scope.of(Set.of(ABOVE)).contains(ABOVE)).isTrue();
        assertThat(Scope.of(Set.of(ABOVE)).everywhere()).isFalse();
        assertThat(Scope.of(Set.of(ABOVE)).wholeTree()).isFalse();
    }

    @Test
    void whatIsLentCountsWhileItsGiverHoldsIt() {
        var giver = AccountId.next();
        var taker = AccountId.next();
        var lent = new Lent(UUID.randomUUID(), giver, taker, BELOW);
        when(delegations.lent(taker, DAY)).thenReturn(List.of(lent));
        when(accounts.open(anyCollection())).thenReturn(Set.of(giver));
        assertThat(deputies.lentTo(AccountId.next(), DAY)).isEmpty();
        assertThat(deputies.lentTo(taker, DAY)).as("the giver holds nothing").isEmpty();
        held(giver, Capability.REPORT_ACCEPT, new Top(ABOVE, Reach.UNIT));
        assertThat(deputies.lentTo(taker, DAY)).as("not below").isEmpty();
        held(giver, Capability.REPORT_ACCEPT, new Top(ASIDE, Reach.BELOW));
        assertThat(deputies.lentTo(taker, DAY)).as("elsewhere").isEmpty();
        held(giver, Capability.REPORT_ACCEPT, new Top(ABOVE, Reach.BELOW));
        assertThat(deputies.lentTo(taker, DAY)).containsExactly(lent);
        held(giver, Capability.REPORT_ACCEPT, new Top(BELOW, Reach.UNIT));
        assertThat(deputies.lentTo(taker, DAY)).containsExactly(lent);
        assertThat(deputies.tops(Capability.REPORT_ACCEPT, List.of(lent), DAY))
                .containsExactly(new Top(BELOW, Reach.UNIT));
        assertThat(deputies.tops(Capability.REPORT_READ, List.of(lent), DAY)).isEmpty();
        assertThat(deputies.held(giver, Capability.REPORT_ACCEPT, List.of(ASIDE, BELOW), DAY))
                .contains(BELOW);
        assertThat(deputies.held(giver, Capability.REPORT_ACCEPT, List.of(ASIDE), DAY))
                .isEmpty();
    }

    private void held(AccountId who, Capability what, Top top) {
        when(grants.held(any(), eq(what), eq(DAY))).thenReturn(Map.of(who, Set.of(top)));
    }

    private Set<UnitId> units(UnitId limit, Top... tops) {
        return scope(limit, tops).units();
    }

    private Scope scope(UnitId limit, Top... tops) {
        return reaches.scopes(Map.of(Capability.TASK_READ, Set.of(tops)), limit, DAY)
                .get(Capability.TASK_READ);
    }

    private static String sql(Scope scope) {
        var unit = DSL.field(DSL.unquotedName("u"), UUID.class).convert(UnitId.class, UnitId::new, UnitId::value);
        return DSL.using(SQLDialect.POSTGRES).renderInlined(scope.condition(unit));
    }
}
