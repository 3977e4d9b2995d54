package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final PasswordRules RULES = new PasswordRules(new LeakedPasswords(""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mot cau de nho 2018",
                "Đồng lúa chín vàng",
                "xanh-do-tim-vang",
                "hoa.tt thich an pho bo",
                "matkhau cua toi dai lam",
                "4081927365018"
            })
    void anOrdinarySentenceIsFine(String password) {
        assertThat(RULES.objection(password, "hoa.tt")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "Password123",
                "MatKhau123",
                "Mật khẩu 123",
                "qwertyuiop",
                "aaaaaaaaaaaa",
                "abababababab",
                "hoa.ttrinh12",
                "huyenuy@123",
                "Vũ Quang 2018",
                "HuyenUyVuQuang",
                "P@ssw0rd!2026",
                "v4nph0ng#1975",
                "Tuấn.19081975",
                "@@Sunshine99@@"
            })
    void whatEverybodyTriesFirstIsNot(String password) {
        assertThat(RULES.objection(password, "hoa.ttrinh")).contains("identity.password.common");
    }

    @Test
    void tenCharactersAreEnoughAndNineAreNot() {
        assertThat(RULES.objection("xinhdep95", "hoa.tt")).contains("identity.password.short");
        assertThat(RULES.objection("xinhdep95!", "hoa.tt")).isEmpty();
        assertThat(RULES.objection("tám chữ", "hoa.tt")).contains("identity.password.short");
    }

    @Test
    void noPasswordIsLongerThanWhatIsHashed() {
        assertThat(RULES.objection("khóm tre làng ".repeat(15), "hoa.tt")).contains("identity.password.long");
    }

    /** Every line of a file is found, nothing between, before or behind them is; also in a file of one line. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000})
    void whatLeakedIsFoundInASortedFile(int many, @TempDir Path folder) throws Exception {
        var words = IntStream.range(0, many).mapToObj(i -> "bi lo thu " + i).toList();
        var lines = new TreeSet<String>();
        for (var word : words) {
            var hash = MessageDigest.getInstance("SHA-1").digest(word.getBytes(StandardCharsets.UTF_8));
            lines.add(HexFormat.of().withUpperCase().formatHex(hash) + ":" + word.length() * 7);
        }
        var file = folder.resolve("leaked.txt");
        Files.writeString(file, String.join("\r\n", lines) + "\r\n");
        var rules = new PasswordRules(new LeakedPasswords(file.toString()));

        assertThat(words)
                .allSatisfy(word -> assertThat(rules.objection(word, "hoa.tt")).contains("identity.password.leaked"));
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> "khong bi lo " + i))
                .allSatisfy(word -> assertThat(rules.objection(word, "hoa.tt")).isEmpty());
    }
}
