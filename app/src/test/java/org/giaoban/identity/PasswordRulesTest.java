package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"mot cau de nho 2018", "Đồng lúa chín vàng", "xanh-do-tim-vang", "hoa.tt thich an pho bo"})
    void anOrdinarySentenceIsFine(String password) {
        assertThat(PasswordRules.objection(password, "hoa.tt")).isEmpty();
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
                "huyenuy@123"
            })
    void whatEverybodyTriesFirstIsNot(String password) {
        assertThat(PasswordRules.objection(password, "hoa.ttrinh")).contains("identity.password.common");
    }

    @Test
    void tenCharactersAreEnoughAndNineAreNot() {
        assertThat(PasswordRules.objection("xinhdep95", "hoa.tt")).contains("identity.password.short");
        assertThat(PasswordRules.objection("xinhdep95!", "hoa.tt")).isEmpty();
        assertThat(PasswordRules.objection("tám chữ", "hoa.tt")).contains("identity.password.short");
    }

    @Test
    void noPasswordIsLongerThanWhatIsHashed() {
        assertThat(PasswordRules.objection("khóm tre làng ".repeat(15), "hoa.tt"))
                .contains("identity.password.long");
    }
}
