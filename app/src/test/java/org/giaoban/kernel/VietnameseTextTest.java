package org.giaoban.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTextTest {

    @ParameterizedTest
    @CsvSource({
        "Đặng Thị Hoà,       dang thi hoa,      đăng thi hoa",
        "Nguyễn Ước,         nguyen uoc,        nguyên ươc",
        "HUYỆN ỦY SÔNG LAM,  huyen uy song lam, huyên uy sông lam",
        "Thường trực,        thuong truc,       thương trưc",
    })
    void foldsForSearchAndForTones(String text, String folded, String toneless) {
        for (var form : Normalizer.Form.values()) {
            var written = Normalizer.normalize(text, form);
            assertThat(VietnameseText.fold(written)).isEqualTo(folded);
            assertThat(VietnameseText.detone(written)).isEqualTo(Normalizer.normalize(toneless, Normalizer.Form.NFC));
            assertThat(VietnameseText.nfc(written)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
    }

    @Test
    void everyAccentedLetterFoldsToPlainLatin() {
        var letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

        assertThat(letters).hasSize(67);
        assertThat(VietnameseText.fold(letters)).matches("[a-z]{67}");
        assertThat(VietnameseText.fold(letters.toUpperCase())).isEqualTo(VietnameseText.fold(letters));
    }

    /** Letter by letter is as good as all at once: any letters of any alphabet side by side, marks alone among them. */
    @Test
    void foldsAnyMixtureAsTheRulesOfUnicodeSay() {
        var random = Seeded.random("mixtures");
        for (var round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (var at = random.nextInt(9); at >= 0; at--) {
                var kind = random.nextInt(20);
                var end = kind == 0 ? Character.MIN_SURROGATE : kind < 4 ? 0x2100 : kind < 6 ? 0x370 : 0x250;
                text.append((char) (kind > 16 ? 0x1E00 + random.nextInt(0x100) : random.nextInt(end)));
            }
            var apart = Normalizer.normalize(text.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
            var bare = apart.replaceAll("\\p{Mn}+", "").replace('đ', 'd');
            assertThat(VietnameseText.fold(text.toString()))
                    .as("%s", text.chars().mapToObj(Integer::toHexString).toList())
                    .isEqualTo(Normalizer.normalize(bare, Normalizer.Form.NFC));
        }
    }

    @Test
    void wordsFollowTheVietnameseAlphabet() {
        var ordered = List.of(
                "An", "Anh", "Ành", "Ảnh", "Ãnh", "Ánh", "Ạnh", "Ăn", "Ân", "Da", "Dz", "Đa", "ma", "mà", "mả", "mã",
                "má", "mạ", "Oanh", "Ông", "Ơn", "Út", "Ưng");
        var shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, Seeded.random("words"));

        shuffled.sort(VietnameseText.alphabetical());

        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void namesSortByGivenNameThenByTheWhole() {
        var names = new ArrayList<>(List.of(
                "Trần Văn Ân",
                "Nguyễn Thị Đào",
                "Lê Văn An",
                "Bùi Thị Dung",
                Normalizer.normalize("Đỗ Văn An", Normalizer.Form.NFD),
                "Phan An"));

        names.sort(VietnameseText.nameOrder());

        assertThat(names.stream().map(VietnameseText::nfc))
                .containsExactly("Đỗ Văn An", "Lê Văn An", "Phan An", "Trần Văn Ân", "Bùi Thị Dung", "Nguyễn Thị Đào");
    }

    @Test
    void theOrderIsAnOrder() {
        var random = Seeded.random("orderings");
        var letters = "aàăâbdđeêoôơuưAĐ 1z";
        var words = new ArrayList<String>();
        for (var i = 0; i < 60; i++) {
            var word = new StringBuilder();
            for (var n = random.nextInt(1, 4); n > 0; n--) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            words.add(word.toString());
        }
        var order = VietnameseText.alphabetical();
        for (var a : words) {
            for (var b : words) {
                assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
                if (order.compare(a, b) == 0) {
                    assertThat(a).isEqualTo(b);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Nguyễn Văn A,A", "'  Lê  Thị\u00A0Bưởi ',Bưởi", "Y,Y"})
    void theGivenNameIsTheLastWord(String name, String given) {
        assertThat(VietnameseText.givenName(name)).isEqualTo(given);
    }

    @Test
    void slugsAreShortAndPlain() {
        assertThat(VietnameseText.slug("Giao ban tháng 10/2018: “Đường” quê!"))
                .isEqualTo("giao-ban-thang-10-2018-duong-que");
        assertThat(VietnameseText.slug("!!!")).isEmpty();
        assertThat(VietnameseText.slug("nhiệm vụ ".repeat(30)))
                .hasSizeLessThanOrEqualTo(80)
                .endsWith("-vu");
    }
}
