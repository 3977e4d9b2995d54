package org.giaoban.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a text is read, whatever way it was typed. */
class RulesTest {

    private final Rules rules = HundredConclusionsTest.ofProfile();

    @Test
    void theVagueWordsAreMarkedWhereTheyStand() {
        var reading = rules.read("Các xã tăng cường công tác môi trường trong thời gian tới.");

        assertThat(reading.vague()).isTrue();
        assertThat(reading.missing()).containsExactly(Missing.WHO, Missing.WHEN, Missing.MEASURE);
        assertThat(reading.pieces())
                .filteredOn(piece -> piece.sense() != null)
                .extracting(Reading.Piece::text)
                .containsExactly("Các xã", "tăng cường", "trong thời gian tới");
        assertThat(String.join(
                        "", reading.pieces().stream().map(Reading.Piece::text).toList()))
                .isEqualTo(reading.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TĂNG CƯỜNG CÔNG TÁC DÂN VẬN",
                "tang cuong cong tac dan van",
                "Ðồng chí nào cũng tăng cường công tác dân vận",
                "củng cố, khẩn trương hoà giải ở cơ sở"
            })
    void caseAndMarksMakeNoDifference(String text) {
        assertThat(rules.read(text).vague()).isTrue();
        assertThat(rules.read(Normalizer.normalize(text, Normalizer.Form.NFD)).vague())
                .isTrue();
    }

    @Test
    void bothHabitsOfPlacingAToneAreOne() {
        assertThat(rules.read("Tăng cường văn hoá. Uỷ ban nhân dân báo cáo trước ngày 15/11")
                        .missing())
                .isEmpty();
        assertThat(rules.read("Tăng cường văn hóa. Ủy ban nhân dân báo cáo trước ngày 15/11")
                        .missing())
                .isEmpty();
    }

    @Test
    void aWordWithOtherMarksIsAnotherWord() {
        assertThat(rules.read("Quan tâm").vague()).isTrue();
        assertThat(rules.read("Quán tạm đóng").vague()).isFalse();
    }

    @Test
    void fieldsBesideTheTextCount() {
        var text = "Tăng cường thu gom rác";

        assertThat(rules.read(text, new Known(true, false, true)).missing()).containsExactly(Missing.WHEN);
        assertThat(rules.read(text, new Known(true, true, true)).vague()).isFalse();
    }

    @Test
    void theNumberOfADateIsNoMeasure() {
        assertThat(rules.read("Ban Tổ chức tăng cường kiểm tra trước ngày 15/11")
                        .missing())
                .containsExactly(Missing.MEASURE);
        assertThat(rules.read("Ban Tổ chức tăng cường kiểm tra 4 chi bộ trước ngày 15/11")
                        .vague())
                .isFalse();
    }

    @Test
    void whatIsOnlyMentionedSaysNeitherWhoNorByWhatMeasure() {
        assertThat(rules.read("Nâng trách nhiệm của Văn phòng theo kế hoạch").missing())
                .containsExactly(Missing.WHO, Missing.WHEN, Missing.MEASURE);
        assertThat(rules.read("Văn phòng lập kế hoạch").vague()).isFalse();
        assertThat(rules.read("Tiếp tục thực hiện Nghị quyết số 18").missing()).contains(Missing.MEASURE);
    }

    @Test
    void whatIsDoneByBeingSaidDoesNotSpeakForTheNextThought() {
        assertThat(rules.read("Thông qua báo cáo tháng 10 và chương trình tăng cường kiểm tra")
                        .vague())
                .isFalse();
        for (var turn : new String[] {"; các xã tăng cường kiểm tra", " nhưng cần tăng cường kiểm tra"}) {
            var reading = rules.read("Thông qua báo cáo" + turn);
            assertThat(reading.vague()).as(turn).isTrue();
            assertThat(reading.marks()).allMatch(mark -> mark.from() >= "Thông qua báo cáo".length());
        }
    }

    @Test
    void aTimeNobodyCanMissIsNoDay() {
        assertThat(rules.read("Văn phòng gửi giấy mời sớm").missing()).containsExactly(Missing.WHEN);
        assertThat(rules.read("Văn phòng gửi giấy mời sớm, chậm nhất ngày 5/12").vague())
                .isFalse();
    }

    @Test
    void aNamedUnitIsSomebody() {
        assertThat(rules.read("Xã Cồn Soi tăng cường kiểm tra").missing()).doesNotContain(Missing.WHO);
        assertThat(rules.read("xã nào cũng tăng cường kiểm tra").missing()).contains(Missing.WHO);
        assertThat(rules.read("XÃ NÀO CŨNG TĂNG CƯỜNG KIỂM TRA").missing()).contains(Missing.WHO);
    }

    @Test
    void anEmptyTextIsNotVague() {
        assertThat(rules.read("").vague()).isFalse();
        assertThat(rules.read(" \n…").pieces()).hasSize(1);
    }
}
