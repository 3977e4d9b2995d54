package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aHashIsArgon2idWithItsOwnSalt() {
        var hash = passwords.hash("đồng lúa chín vàng");

        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("đồng lúa chín vàng")).isNotEqualTo(hash);
        assertThat(passwords.check("đồng lúa chín vàng", hash)).isEqualTo(Passwords.Check.RIGHT);
        assertThat(passwords.check("đồng lúa chín vàng ", hash)).isEqualTo(Passwords.Check.WRONG);
    }

    @Test
    void bothUnicodeFormsOfAPasswordAreTheSame() {
        var hash = passwords.hash(Normalizer.normalize("đồng lúa chín", Normalizer.Form.NFD));

        assertThat(passwords.check(Normalizer.normalize("đồng lúa chín", Normalizer.Form.NFC), hash))
                .isEqualTo(Passwords.Check.RIGHT);
    }

    @Test
    void inputBeyondTheLongestNeverFits() {
        var longest = "khóm tre làng ".repeat(20).substring(0, Passwords.LONGEST);
        var hash = passwords.hash(longest);

        assertThat(passwords.check(longest, hash)).isEqualTo(Passwords.Check.RIGHT);
        assertThat(passwords.check(longest + "x", hash)).isEqualTo(Passwords.Check.WRONG);
    }
}
