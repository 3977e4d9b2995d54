package org.giaoban.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.UnitId;

/** A committee that may number documents, and a notice to be issued, for tests. */
final class PaperTrail {

    static final LocalDate DAY = LocalDate.of(2018, 11, 2);

    private PaperTrail() {}

    static UnitId committee(RegisterRepository register) {
        var unit = UnitId.next();
        register.addLetterhead(
                unit,
                LocalDate.of(2010, 1, 1),
                new Letterhead("HU", "Đảng bộ tỉnh Lam Sơn", "Huyện ủy Sông Lam", "Sông Lam"));
        register.addTerm(unit, "2015-2020", LocalDate.of(2015, 8, 13), LocalDate.of(2020, 8, 12));
        register.addTerm(unit, "2020-2025", LocalDate.of(2020, 8, 12), LocalDate.of(2025, 6, 30));
        return unit;
    }

    static NewDocument notice(UnitId unit, String type, LocalDate on, String onceKey) {
        var about = new About(new ObjectRef("meeting", UUID.randomUUID()), "Giao ban tháng 11/2018", "/meetings");
        return new NewDocument(
                unit,
                type,
                "Kết luận Hội nghị giao ban công tác xây dựng Đảng tháng 11/2018",
                on,
                about,
                onceKey,
                new Paper("conclusion-notice", words()));
    }

    static Map<String, Object> words() {
        return Map.of(
                "mo_dau", "Ngày 02/11/2018, đồng chí Nguyễn Thị Hồng Liễu chủ trì hội nghị, 28 đồng chí dự.",
                "ket_luan",
                        List.of(
                                line("Kết nạp đạt 16,7 % kế hoạch năm & cần cố gắng."),
                                line("Chào cờ đầu tháng <thực chất>.")),
                "nhiem_vu",
                        List.of(Map.of(
                                "noi_dung", "Hoàn thành sáp nhập văn phòng",
                                "don_vi", "Đảng ủy xã Ngàn Dẻ",
                                "thoi_han", "30/11/2018",
                                "san_pham", "Quyết định")),
                "ket_thuc", "Giao Văn phòng Huyện ủy theo dõi.",
                "tham_quyen", "T/L Ban Thường vụ",
                "chuc_vu", "Chánh Văn phòng",
                "nguoi_ky", "Đặng Xuân Thưởng",
                "noi_nhan", List.of(Map.of("ten", "Thường trực Tỉnh ủy,"), Map.of("ten", "Lưu Văn phòng.")));
    }

    private static Map<String, String> line(String text) {
        return Map.of("noi_dung", text);
    }
}
