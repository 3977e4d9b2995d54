package org.giaoban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GiaoBanTest
class WordTemplatesTest {

    private static final String NOTICE = "conclusion-notice";
    private static final String BODY = "word/document.xml";

    @Autowired
    WordTemplates templates;

    @Autowired
    Documents documents;

    @Autowired
    RegisterRepository register;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Clock clock;

    @Test
    void theNoticeOpensInTheOfficeProgramWithEverythingInItsPlace() {
        var unit = PaperTrail.committee(register);
        var paper = PaperTrail.notice(unit, "thong-bao", PaperTrail.DAY, "a");
        var text = Office.text(viewer.as(Viewer.SYSTEM, () -> documents.draft(paper)), "docx");

        assertThat(text)
                .contains("ĐẢNG BỘ TỈNH LAM SƠN", "HUYỆN ỦY SÔNG LAM", "ĐẢNG CỘNG SẢN VIỆT NAM")
                .contains("-TB/HU", "Sông Lam, ngày 02 tháng 11 năm 2018", "THÔNG BÁO")
                .contains("1. Kết nạp đạt 16,7 % kế hoạch năm & cần cố gắng.", "2. Chào cờ đầu tháng <thực chất>.")
                .contains(
                        "Hoàn thành sáp nhập văn phòng",
                        "30/11/2018",
                        "T/L BAN THƯỜNG VỤ",
                        "CHÁNH VĂN PHÒNG",
                        "Đặng Xuân Thưởng")
                .contains("- Thường trực Tỉnh ủy,", "- Lưu Văn phòng.")
                .doesNotContain("{{", "}}", "[stt]");
    }

    @Test
    void theConsolidatedReportKeepsItsFiguresAndDropsEmptyParts() {
        var values = new HashMap<String, Object>();
        for (var tag : List.of(
                "cap_tren",
                "co_quan",
                "so_ky_hieu",
                "dia_danh_ngay",
                "trich_yeu",
                "ky",
                "don_vi",
                "tinh_hinh",
                "tham_quyen",
                "chuc_vu",
                "nguoi_ky")) {
            values.put(tag, tag + "!");
        }
        values.put(
                "chi_tieu",
                List.of(
                        figure("Đảng viên mới kết nạp", "96", "16", "16,7 %"),
                        figure("Lượt người dự", "", "3.615", "")));
        values.put("ket_qua", List.of(Map.of("noi_dung", "Kết quả thứ nhất.")));
        for (var tag : List.of("don_vi_bao_cao", "kho_khan", "nhiem_vu_toi", "kien_nghi", "noi_nhan")) {
            values.put(tag, List.of());
        }

        var text = Office.text(templates.render("consolidated-report", values), "docx");

        assertThat(text.replaceAll("\\s+", " ")).contains("16,7 %", "3.615", "- Kết quả thứ nhất.");
        assertThat(text)
                .contains("III. Kết quả nổi bật")
                .doesNotContain("IV.", "V. Nhiệm vụ", "Tình trạng", "{{", "[ten]");
    }

    @Test
    void aForgottenValueIsAMistakeAndNotAHole() {
        assertThatThrownBy(() -> templates.render(NOTICE, PaperTrail.words()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cap_tren");
    }

    @Test
    void textThatLooksLikeATagStaysText() {
        var words = new HashMap<>(PaperTrail.words());
        words.put("mo_dau", "Viết {{nguoi_ky}} ở đây");
        var paper = PaperTrail.notice(committee(), "thong-bao", PaperTrail.DAY, "b");
        var again = new NewDocument(
                paper.issuer(), paper.type(), paper.title(), paper.on(), paper.about(), "b", new Paper(NOTICE, words));

        assertThat(bodyOf(viewer.as(Viewer.SYSTEM, () -> documents.draft(again))))
                .contains("Viết {{nguoi_ky}} ở đây");
    }

    @Test
    void anEditedTemplateCountsFromItsDayOnAndTheOldOneStays() {
        var before = templates.history(NOTICE).size();
        var edited = changed(NOTICE, xml -> xml.replace("Sau khi nghe báo cáo", "Sau khi thảo luận"));
        var tomorrow = LocalDate.now(clock).plusDays(1);

        var number = replace(edited, tomorrow);

        assertThat(templates.history(NOTICE)).hasSize(before + 1);
        assertThat(templates.version(NOTICE, tomorrow).number()).isEqualTo(number);
        assertThat(templates.version(NOTICE, LocalDate.now(clock)).number()).isLessThan(number);
        assertThat(templates.get(NOTICE, number).content()).isEqualTo(edited);
    }

    @Test
    void aTagNobodyFillsIsNamed() {
        var edited = changed(
                NOTICE,
                xml -> xml.replace("{{mo_dau}}", "{{mo_dau}} {{bi_mat}}").replace("[don_vi]", "[noi]"));

        assertThatThrownBy(() -> replace(edited, LocalDate.now(clock)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.text()).contains("{{bi_mat}}", "[noi]"));
    }

    @Test
    void aTagThatWouldFetchAPictureIsRefused() {
        var edited = changed(NOTICE, xml -> xml.replace("{{mo_dau}}", "{{@mo_dau}}"));

        refusedAs(edited, "documents.template.unknown-tags");
    }

    @Test
    void brokenBlocksMacrosLinksAndBombsAreRefused() {
        refusedAs(changed(NOTICE, xml -> xml.replace("{{/ket_luan}}", "")), "documents.template.unreadable");
        refusedAs(with(NOTICE, "word/vbaProject.bin", new byte[] {1, 2, 3}), "documents.template.macros");
        refusedAs(linked(), "documents.template.external");
        refusedAs(with(NOTICE, "word/media/big.xml", new byte[60 * 1024 * 1024]), "documents.template.bomb");
        refusedAs("không phải Word".getBytes(StandardCharsets.UTF_8), "documents.template.not-word");
        refusedAs(new byte[0], "documents.template.size");
    }

    @Test
    void aTemplateCannotBeginInThePast() {
        var yesterday = LocalDate.now(clock).minusDays(1);
        assertThatThrownBy(() -> replace(profile(NOTICE), yesterday)).hasMessage("documents.template.past");
    }

    private int replace(byte[] content, LocalDate from) {
        return viewer.as(Viewer.SYSTEM, () -> templates.replace(NOTICE, content, from, "Sửa câu"));
    }

    private void refusedAs(byte[] content, String key) {
        var before = templates.history(NOTICE).size();
        assertThatThrownBy(() -> replace(content, LocalDate.now(clock)))
                .isInstanceOf(Refused.class)
                .hasMessage(key);
        assertThat(templates.history(NOTICE)).hasSize(before);
    }

    private UnitId committee() {
        return PaperTrail.committee(register);
    }

    private static Map<String, String> figure(String name, String plan, String actual, String share) {
        return Map.of(
                "ten",
                name,
                "dvt",
                "người",
                "ke_hoach",
                plan,
                "thuc_hien",
                actual,
                "ty_le",
                share,
                "cung_ky",
                "",
                "so_sanh",
                "");
    }

    private byte[] profile(String template) {
        return templates.version(template, LocalDate.now(clock)).content();
    }

    private byte[] changed(String template, UnaryOperator<String> change) {
        return rewritten(profile(template), BODY, change, null, new byte[0]);
    }

    private byte[] with(String template, String entry, byte[] content) {
        return rewritten(
                profile(template),
                "[Content_Types].xml",
                types -> types.replace(
                        "<Default",
                        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Default"),
                entry,
                content);
    }

    private byte[] linked() {
        var target =
                "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\""
                        + " Target=\"http://192.0.2.1/a.png\" TargetMode=\"External\"/></Relationships>";
        return rewritten(
                profile(NOTICE),
                "word/_rels/document.xml.rels",
                rels -> rels.replace("</Relationships>", target),
                null,
                new byte[0]);
    }

    private static String bodyOf(byte[] docx) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(BODY)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            throw new AssertionError("no body");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] rewritten(
            byte[] docx,
            String part,
            UnaryOperator<String> change,
            @org.jspecify.annotations.Nullable String added,
            byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx));
                var copy = new ZipOutputStream(out)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readAllBytes();
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
            if (added != null) {
                copy.putNextEntry(new ZipEntry(added));
                copy.write(content);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
