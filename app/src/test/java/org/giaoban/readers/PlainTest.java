package org.giaoban.readers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {

    @ParameterizedTest
    @CsvSource({
        "lừa đảo,Bọn LỪA ĐẢO thôi",
        "lừa đảo,bon lua dao thoi",
        "lừa đảo,lừ\u200Ba đảo",
        "ngu,nguuuuu quá",
        "ngu,n.g.u hết chỗ nói",
        "ngu,n g u hết",
        "ngu,n-g_u!",
        "http,xem http://spam.example",
        "bit.ly,vào bit.ly/abc",
        "cá độ,Cá  Độ bóng đá",
        "lừa đảo,lư\u0300a đa\u0309o"
    })
    void findsAWordHoweverItIsHidden(String word, String text) {
        assertThat(Plain.of(text).has(word)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ngu,người dân nguyên vẹn",
        "ngu,ngủ ngon nhé",
        "lừa đảo,con lừa ở đảo xa",
        "ngu,Ông Ngữ phát biểu",
        "cặc,các cấp cắc cớ",
        "đéo,đeo ba lô qua đèo"
    })
    void takesNoOtherWordForIt(String word, String text) {
        assertThat(Plain.of(text).has(word)).isFalse();
    }

    @Test
    void anEmptyTextHasNothing() {
        assertThat(Plain.of("").has("ngu")).isFalse();
        assertThat(Plain.of("… !!!").has("ngu")).isFalse();
    }
}
