package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Short words for indicators, one a line. */
class TypedWordsTest {

    private static final Set<String> CODES = Set.of("TC10", "TC16");

    private static TypedWords words(String typed) {
        return new TypedWords("", typed);
    }

    @Test
    void aWordMayHoldASlashOrAColon() {
        assertThat(words("TC10: km/h: gió / km/h: wind").definitions())
                .containsEntry("TC10", Map.of("vi", "km/h: gió", "en", "km/h: wind"));
        assertThat(words("TC10: đi xa").definitions()).containsEntry("TC10", Map.of("vi", "đi xa", "en", "đi xa"));
    }

    @Test
    void aCodeIsNamedOnce() {
        assertThat(words("TC10: một / one\nTC16: hai\nTC10: ba").wrong(CODES)).containsExactly("TC10: ba");
        assertThat(words("TC10\nTC99: x\nTC16:").wrong(CODES)).containsExactly("TC10", "TC99: x", "TC16:");
    }
}
