package org.giaoban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Units of every kind print papers, whether or not somebody entered a letterhead. */
@GiaoBanTest
class LetterheadsTest {

    private static final LocalDate BEFORE = LocalDate.of(2018, 11, 2);
    private static final LocalDate AFTER = LocalDate.of(2025, 8, 1);

    @Autowired
    private Documents documents;

    @Autowired
    private RegisterRepository register;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    private final Map<String, UnitId> founded = new HashMap<>();

    @Test
    void aUnitOfEveryKindHasAHead() {
        viewer.run(Viewer.SYSTEM, () -> {
            var printed = new HashSet<String>();
            for (var day : new LocalDate[] {BEFORE, AFTER}) {
                for (var root : Set.of("TINH_UY", "THANH_UY_TW", "TINH", "THANH_PHO_TW")) {
                    printed.addAll(below(root, day));
                }
            }
            assertThat(printed)
                    .containsAll(organization.kindRules(BEFORE).kinds().keySet());
        });
    }

    /** Founds units of every kind that may stand below, each with a paper. */
    private Set<String> below(String root, LocalDate day) {
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<String>();
        found(root, null, day);
        waiting.add(root);
        while (!waiting.isEmpty()) {
            var kind = waiting.poll();
            if (seen.add(kind)) {
                prints(founded.get(kind), day);
                for (var child : organization.kindRules(day).under(kind)) {
                    found(child.code(), founded.get(kind), day);
                    waiting.add(child.code());
                }
            }
        }
        return seen;
    }

    private void found(String kind, @Nullable UnitId above, LocalDate day) {
        if (founded.containsKey(kind)) {
            return;
        }
        var name = Objects.requireNonNull(organization.kindRules(day).kinds().get(kind))
                .name();
        founded.put(
                kind,
                organization.found(new NewUnit(
                        "LT-" + founded.size(), name + " Thử", name, kind, above, DateRange.from(day), "")));
    }

    private void prints(UnitId unit, LocalDate day) {
        var head = documents.head(PaperTrail.notice(unit, "bien-ban", day, "x"), 3);
        assertThat(head.name()).isNotBlank();
        assertThat(head.symbol()).matches("03-BB/\\p{L}{1,24}");
        assertThat(head.placeAndDate()).matches("\\S.*, ngày 0\\d tháng \\d{1,2} năm \\d{4}");
        assertThat(documents.draft(PaperTrail.notice(unit, "thong-bao", day, "x")))
                .isNotEmpty();
    }

    @Test
    void aBranchWritesUnderTheOrganisationAboveAndFromItsPlace() {
        viewer.run(Viewer.SYSTEM, () -> {
            var province = unit("LT-T", "Tỉnh ủy Lam Thử", "TINH_UY", null);
            var district = unit("LT-H", "Huyện ủy Sông Thử", "HUYEN_UY", province);
            var commune = unit("LT-X", "Đảng ủy xã Ngàn Thử", "DANG_UY_XA", district);
            var branch = unit("LT-C", "Chi bộ thôn 3", "CHI_BO", commune);

            assertThat(head(branch))
                    .isEqualTo(new PaperHead(
                            "Đảng bộ xã Ngàn Thử", "Chi bộ thôn 3", "03-BB/CB", "Ngàn Thử, ngày 02 tháng 11 năm 2018"));
            assertThat(head(commune).superior()).isEqualTo("Đảng bộ huyện Sông Thử");
            assertThat(head(district).superior()).isEqualTo("Đảng bộ tỉnh Lam Thử");
            var board = unit("LT-BTC", "Ban Tổ chức Huyện ủy Sông Thử", "BAN_TO_CHUC", district);
            assertThat(head(board))
                    .isEqualTo(new PaperHead(
                            "Huyện ủy Sông Thử", "Ban Tổ chức", "03-BB/BTCHU", "Sông Thử, ngày 02 tháng 11 năm 2018"));
            var agency = unit("LT-CC", "Chi bộ cơ sở Hạt Kiểm lâm", "CHI_BO_CO_SO", district);
            assertThat(head(agency).placeAndDate()).startsWith("Sông Thử,");
            entered(commune, branch);
        });
    }

    /** What somebody entered counts before the rule, also for the place of those below. */
    private void entered(UnitId commune, UnitId branch) {
        register.addLetterhead(
                commune,
                LocalDate.of(2018, 1, 1),
                new Letterhead("ĐU", "Đảng bộ huyện Sông Thử", "Đảng ủy xã Ngàn Thử", "Bến Thử"));
        register.addTerm(commune, "2015-2020", LocalDate.of(2015, 8, 1), LocalDate.of(2020, 8, 1));

        assertThat(head(branch).placeAndDate()).startsWith("Bến Thử,");
        var issued = documents.issue(PaperTrail.notice(branch, "thong-bao", BEFORE, "một"));
        assertThat(issued.symbol()).isEqualTo("01-TB/CB");
        var words = Office.text(documents.draft(PaperTrail.notice(branch, "thong-bao", BEFORE, "hai")), "docx");
        assertThat(words).containsIgnoringCase("ĐẢNG BỘ XÃ NGÀN THỬ").containsIgnoringCase("CHI BỘ THÔN 3");
    }

    private PaperHead head(UnitId unit) {
        return documents.head(PaperTrail.notice(unit, "bien-ban", BEFORE, "x"), 3);
    }

    private UnitId unit(String code, String name, String kind, @Nullable UnitId above) {
        return organization.found(
                new NewUnit(code, name, name, kind, above, DateRange.from(LocalDate.of(2000, 1, 1)), ""));
    }
}
