package org.giaoban.organization;

import java.time.LocalDate;
import java.util.Map;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Refused;

/** Makes units out of one row of the tree before July 2025: province, district, commune; kinds from the names' first words. */
record OldTree(long number, LocalDate from) {

    private static final int SHORT_NAME = 80;
    private static final Map<String, String> KINDS = Map.of(
            "Tỉnh", "TINH",
            "Thành phố", "THANH_PHO",
            "Huyện", "HUYEN",
            "Quận", "QUAN",
            "Thị xã", "THI_XA",
            "Xã", "XA",
            "Phường", "PHUONG",
            "Thị trấn", "THI_TRAN",
            "Đặc khu", "DAC_KHU");

    /** Whether a name typed by a person, with or without tones and capitals, means the one in the file. */
    static boolean same(String typed, String name) {
        return VietnameseText.fold(UnitForm.tidy(typed)).equals(VietnameseText.fold(UnitForm.tidy(name)));
    }

    UnitLine province(String id, String name) {
        return province("VN-T", id, name);
    }

    UnitLine province(String prefix, String id, String name) {
        var province = unit(prefix, id, name, "");
        // A city that stands where provinces stand is run by the centre.
        return province.kind().equals("THANH_PHO") ? of(province, "THANH_PHO_TW") : province;
    }

    UnitLine below(UnitLine parent, String prefix, String id, String name) {
        return unit(prefix, id, name, parent.code());
    }

    private UnitLine unit(String prefix, String id, String typed, String parent) {
        var name = UnitForm.tidy(typed);
        for (var kind : KINDS.entrySet()) {
            var word = kind.getKey();
            if (name.regionMatches(true, 0, word + " ", 0, word.length() + 1)) {
                var proper = name.substring(word.length() + 1);
                return new UnitLine(
                        number,
                        prefix + UnitForm.tidy(id),
                        word + " " + proper,
                        shortName(word, proper),
                        kind.getValue(),
                        parent,
                        DateRange.from(from));
            }
        }
        throw new Refused("organization.import.no-kind", name);
    }

    /** "Phường 4" cannot be called "4" in a table. */
    private static String shortName(String word, String proper) {
        var shown = Character.isDigit(proper.charAt(0)) ? word + " " + proper : proper;
        return shown.substring(0, Math.min(shown.length(), SHORT_NAME)).strip();
    }

    private static UnitLine of(UnitLine unit, String kind) {
        return new UnitLine(
                unit.number(), unit.code(), unit.name(), unit.shortName(), kind, unit.parentCode(), unit.valid());
    }
}
