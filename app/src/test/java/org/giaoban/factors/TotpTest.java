package org.giaoban.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final String SEED = "1234567890";

    /** The table of RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59,94287082,46119246,90693936",
        "1111111109,07081804,68084774,25091201",
        "1111111111,14050471,67062674,99943326",
        "1234567890,89005924,91819424,93441116",
        "2000000000,69279037,90698825,38618901",
        "20000000000,65353130,77737706,47863826"
    })
    void theVectorsOfTheStandardHold(long seconds, String sha1, String sha256, String sha512) {
        var step = Totp.step(Instant.ofEpochSecond(seconds));

        assertThat(Totp.code("HmacSHA1", seed(20), step, 8)).isEqualTo(sha1);
        assertThat(Totp.code("HmacSHA256", seed(32), step, 8)).isEqualTo(sha256);
        assertThat(Totp.code("HmacSHA512", seed(64), step, 8)).isEqualTo(sha512);
        assertThat(Totp.code(seed(20), step)).isEqualTo(sha1.substring(2));
    }

    @ParameterizedTest
    @CsvSource({"-2,false", "-1,true", "0,true", "1,true", "2,false"})
    void aTelephoneMayBeHalfAMinuteAheadOrBehindAndNoMore(int stepsAway, boolean right) {
        var now = Instant.ofEpochSecond(1_542_000_000);
        var code = Totp.code(seed(20), Totp.step(now) + stepsAway);

        var found = Totp.match(seed(20), code, now);

        assertThat(found.isPresent()).isEqualTo(right);
        found.ifPresent(step -> assertThat(step).isEqualTo(Totp.step(now) + stepsAway));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void secretsAreSpelledAsInTheStandard(String text, String spelled) {
        assertThat(Base32.of(text.getBytes(US_ASCII))).isEqualTo(spelled);
    }

    @Test
    void theAddressForTheAppHoldsNothingThatAppsMisread() {
        assertThat(AppAddress.of("hoa.tt", "MZXW6YTB"))
                .isEqualTo("otpauth://totp/Giao%20Ban:hoa.tt?secret=MZXW6YTB&issuer=Giao%20Ban&digits=6");
    }

    private static byte[] seed(int length) {
        return SEED.repeat(7).substring(0, length).getBytes(US_ASCII);
    }
}
