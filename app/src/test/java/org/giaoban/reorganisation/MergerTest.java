package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Successions;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Two communes of the story become one: rehearsed, settled, executed, undone. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class MergerTest {

    private static final LocalDate DAY = LocalDate.of(2018, 11, 1);

    @Autowired
    private Plans plans;

    @Autowired
    private Settlement settlement;

    @Autowired
    private Rehearsals rehearsals;

    @Autowired
    private Execution execution;

    @Autowired
    private Undo undo;

    @Autowired
    private Organization organization;

    @Autowired
    private Successions successions;

    @Autowired
    private Mandates mandates;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private DSLContext db;

    @Test
    void aMergerIsRehearsedSettledExecutedAndUndone() {
        viewer.run(Viewer.SYSTEM, () -> {
            var id = plans.draft(new Terms("Hợp nhất hai xã", DAY, "Nghị quyết 01-NQ/HU", ""));
            plans.add(
                    id,
                    NewEvent.of(
                            EventKind.MERGE,
                            List.of(Giver.whole("SL-01"), Giver.whole("SL-02")),
                            List.of(Target.unit("SL-13", "Đảng ủy xã Hợp Nhất", "Hợp Nhất", "DANG_UY_XA", ""))));
            var before = Snapshot.of(db);
            var rehearsal = rehearsals.of(id);
            assertThat(rehearsal.conflicts())
                    .extracting(open -> open.conflict().key())
                    .containsExactly("mandate:BI_THU:SL-13", "target:SH12:2018:SL-13");
            assertThat(rehearsal.parts())
                    .filteredOn(part -> part.total() > 0)
                    .extracting(PartReport::name)
                    .containsExactly(
                            "mandates",
                            "people",
                            "grants",
                            "tasks",
                            "returns",
                            "recommendations",
                            "targets",
                            "disclosure");
            assertThat(rehearsal.executable()).isFalse();
            assertThatThrownBy(() -> execution.execute(id, rehearsal.plan().version()))
                    .isInstanceOf(Refused.class)
                    .hasMessage("reorganisation.refused.open");
            assertThat(Snapshot.of(db)).isEqualTo(before);

            settlement.settle(id);
            var executed = execution.execute(id, plans.get(id).version());

            assertThat(executed.state()).isEqualTo(PlanState.EXECUTED);
            var one = id("SL-01");
            var merged = id("SL-13");
            assertThat(organization.find(one, DAY)).isEmpty();
            assertThat(organization.find(one, DAY.minusDays(1))).isPresent();
            assertThat(organization.children(id("SL"), DAY))
                    .extracting(Unit::code)
                    .contains("SL-13")
                    .doesNotContain("SL-01", "SL-02");
            assertThat(successions.into(merged)).hasSize(2);
            assertThat(mandates.holder(merged, "BI_THU", DAY)).isPresent();
            assertThat(Snapshot.of(db)).isNotEqualTo(before);

            assertThat(undo.undo(id).state()).isEqualTo(PlanState.UNDONE);
            assertThat(Snapshot.of(db).tables()).isEqualTo(before.tables());
            assertThat(organization.find(one, DAY)).isPresent();
        });
    }

    private UnitId id(String code) {
        return organization.idOf(code);
    }
}
