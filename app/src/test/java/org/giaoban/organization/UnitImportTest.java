package org.giaoban.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Lists of units come in from files, good lines used, bad lines named. */
@GiaoBanTest
@ExtendWith(InVietnamese.class)
class UnitImportTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    @Autowired
    private UnitImport imports;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    @TempDir
    private Path folder;

    @Test
    void goodLinesAreFoundedAndBadOnesNamedByTheirNumber() throws IOException {
        var steps = new ArrayList<Integer>();

        var first = load(UnitFile.list(sample("units.csv")), steps);

        assertThat(first.founded() + first.known()).isEqualTo(4);
        assertThat(steps).hasSize(first.founded());
        assertThat(first.bad()).containsOnlyKeys(6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(first.bad().get(6L)).contains("không đọc được");
        assertThat(first.bad().get(7L)).contains("chữ in hoa");
        assertThat(first.bad().get(8L)).contains("NH-99");
        assertThat(first.bad().get(9L)).contains("KHONG_CO");
        assertThat(first.bad().get(10L)).contains("không được đặt dưới Huyện ủy Ngàn Hống");
        assertThat(first.bad().get(11L)).contains("hai lần");
        assertThat(first.bad().get(12L)).contains("Số ô");
        assertThat(organization.ancestors(organization.idOf("NH-CB1"), DAY))
                .extracting(Unit::code)
                .containsExactly("NH", "NH-01");
        assertThat(organization.find(organization.idOf("NH-02"), LocalDate.of(2012, 6, 1)))
                .isEmpty();
    }

    @Test
    void aCellLivesInItsGrassrootsOrganisationsCell() throws IOException {
        load(UnitFile.list(sample("units.csv")), new ArrayList<>());

        var commune = organization.get(organization.idOf("NH-01"), DAY);
        var cell = organization.get(organization.idOf("NH-CB1"), DAY);

        assertThat(cell.cellId()).isEqualTo(commune.cellId());
    }

    @Test
    void loadingTwiceChangesNothing() throws IOException {
        load(UnitFile.oldTree(sample("old-tree.csv"), "Thành phố Vực Trầu", DAY), new ArrayList<>());

        var again = load(UnitFile.oldTree(sample("old-tree.csv"), "thanh pho vuc trau", DAY), new ArrayList<>());

        assertThat(again.founded()).isZero();
        assertThat(again.known()).isEqualTo(3);
        assertThat(organization.get(organization.idOf("VN-T92"), DAY).kind()).isEqualTo("THANH_PHO_TW");
    }

    @Test
    void theTreeBefore2025ComesFromATableOfTheReorganisation() throws IOException {
        var outcome = load(UnitFile.oldTree(sample("old-tree.csv"), "tỉnh lam giang", DAY), new ArrayList<>());

        assertThat(outcome.founded()).isEqualTo(12);
        assertThat(outcome.bad()).containsOnlyKeys(12L);
        var tree = organization.subtree(organization.idOf("VN-T91"), DAY);
        assertThat(tree)
                .extracting(Unit::kind)
                .containsExactly(
                        "TINH",
                        "THANH_PHO",
                        "THI_XA",
                        "HUYEN",
                        "PHUONG",
                        "PHUONG",
                        "PHUONG",
                        "THI_TRAN",
                        "XA",
                        "XA",
                        "XA",
                        "XA");
        assertThat(organization.children(organization.idOf("VN-H102"), DAY))
                .extracting(Unit::name)
                .containsExactly("Thị trấn Cồn Soi", "Xã Khe Sậy", "Xã Rú Mây");
        assertThat(organization.get(organization.idOf("VN-X1001"), DAY).shortName())
                .isEqualTo("Phường 1");
        assertThat(organization.get(organization.idOf("VN-X1003"), DAY).shortName())
                .isEqualTo("Bãi Dâu");
    }

    @Test
    void anotherFileIsAnsweredBeforeAnythingHappens() throws IOException {
        var other = Files.writeString(folder.resolve("other.csv"), "ten,ma\nA,B\n");
        var ansi = Files.write(
                folder.resolve("ansi.csv"),
                "code,name,kind,parent_code,from\nA,Đ\u00e1,B,,\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> UnitFile.list(other))
                .isInstanceOf(Refused.class)
                .hasMessage("organization.import.no-column");
        assertThatThrownBy(() -> UnitFile.list(ansi))
                .isInstanceOf(Refused.class)
                .hasMessage("organization.import.not-utf8");
        assertThatThrownBy(() -> UnitFile.list(folder.resolve("none.csv")))
                .isInstanceOf(Refused.class)
                .hasMessage("organization.import.no-file");
        assertThatThrownBy(() -> UnitFile.oldTree(sample("old-tree.csv"), "Tỉnh Không Có", DAY))
                .isInstanceOf(Refused.class)
                .hasMessage("organization.import.no-province");
    }

    private UnitImport.Outcome load(UnitFile file, ArrayList<Integer> steps) {
        return viewer.as(Viewer.SYSTEM, () -> imports.load(file, steps::add));
    }

    private static Path sample(String name) throws IOException {
        return new ClassPathResource("organization/" + name).getFile().toPath();
    }
}
