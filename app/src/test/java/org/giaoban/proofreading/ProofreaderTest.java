package org.giaoban.proofreading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.giaoban.platform.Texts;
import org.junit.jupiter.api.Test;

class ProofreaderTest {

    private final Proofreader proofreader = Labelled.proofreader();

    @Test
    void remarksAreRightOnTheLabelledSentences() {
        var total = Labelled.total(Labelled.score(Labelled.read("labelled.txt"), proofreader));

        System.out.println("Labelled sentences: " + total);
        assertThat(total.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(total.recall()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void remarksAreMostlyRightOnSentencesNobodyTunedThemFor() {
        var total = Labelled.total(Labelled.score(Labelled.read("heldout.txt"), proofreader));

        System.out.println("Held-out sentences: " + total);
        assertThat(total.precision()).isGreaterThanOrEqualTo(0.85);
        assertThat(total.recall()).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void ofTheProductsOwnTextsOnlyForeignWordsAreMarked() {
        var words = new ArrayList<String>();
        for (var key : Texts.endings("")) {
            words.addAll(unknown(Texts.text(Texts.VIETNAMESE, key)));
        }

        System.out.println("Unknown in " + Texts.endings("").size() + " texts: " + words);
        assertThat(words).as("words with Vietnamese marks").allMatch(word -> word.matches("[A-Za-z-]+"));
        assertThat(words).hasSizeLessThan(Texts.endings("").size() / 100);
    }

    private List<String> unknown(String text) {
        return read(text).stream()
                .filter(remark -> remark.kind() == Kind.SPELLING)
                .map(Remark::words)
                .toList();
    }

    @Test
    void aMendPutsTheRightWordsInTheMarkedPlace() {
        var remark = read("Các cấp ủy tiển khai nghị quyết.").getFirst();

        assertThat(remark.words()).isEqualTo("tiển khai");
        assertThat(remark.place()).isEqualTo(new Place(0, 11, 20));
        assertThat(remark.mends()).containsExactly(Mend.words("triển khai"));
    }

    @Test
    void aDayWithoutYearGetsTheYearNearestToTheText() {
        var january =
                new Manuscript(LocalDate.of(2019, 1, 3), List.of(Passage.of("lead", "Sáng ngày 28/12, huyện họp.")));

        assertThat(proofreader.read(january, Facts.NONE).getFirst().mends()).containsExactly(Mend.words("28/12/2018"));
    }

    @Test
    void whatIsBoundAlreadyIsNotOfferedAgain() {
        var text = "Trong tháng 10/2018, toàn đảng bộ kết nạp 43 đảng viên mới.";
        var at = text.indexOf("43");
        var bound = new Passage("body", text, List.of(new Passage.Bound(at, at + 2)));

        assertThat(proofreader.read(new Manuscript(Labelled.DAY, List.of(bound)), Labelled.FACTS))
                .isEmpty();
        assertThat(proofreader
                        .read(new Manuscript(Labelled.DAY, List.of(Passage.of("body", text))), Labelled.FACTS)
                        .getFirst()
                        .mends()
                        .getFirst()
                        .figure())
                .isEqualTo("TC17");
    }

    @Test
    void aTitleEndsWhereTheSentenceGoesOn() {
        var remark = read("Đồng chí Trần Văn Hòa, Phó Bí thư Huyện ủy chủ trì hội nghị.")
                .getFirst();

        assertThat(remark.words()).isEqualTo("Phó Bí thư Huyện ủy");
        assertThat(remark.mends()).containsExactly(Mend.words("Bí thư Huyện ủy"));
    }

    @Test
    void aRepeatedParagraphIsMarkedOnce() {
        var line = "Toàn huyện có 43 tổ chức cơ sở đảng và trên bảy nghìn đảng viên đang sinh hoạt.";
        var remarks = proofreader.read(
                new Manuscript(Labelled.DAY, List.of(Passage.of("body", line), Passage.of("body", line))), Facts.NONE);

        assertThat(remarks).extracting(Remark::kind).containsExactly(Kind.DOUBLED_PARAGRAPH);
        assertThat(remarks.getFirst().place().passage()).isEqualTo(1);
    }

    @Test
    void keysStayWhenTheTextAroundThemMoves() {
        var one = read("Hội nghị họp vào ngày 31/4/2018.").getFirst();
        var other = read("Sau đó, hội nghị họp vào ngày 31/4/2018 như đã báo.").getFirst();

        assertThat(one.key()).isEqualTo(other.key());
        assertThat(one.blocks()).isTrue();
    }

    @Test
    void anyInputIsReadWithoutFailing() {
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var pieces = List.of(
                "43",
                "1.250",
                "2,3%",
                "/",
                " ",
                ", ",
                "; ",
                "gồm",
                "trong đó",
                "(",
                ")",
                ":",
                "ngày",
                "31/12",
                "2016-2010",
                "từ",
                "lên",
                "tăng",
                "đồng chí",
                "Trần Văn Hòa",
                "Bí thư",
                "\n",
                ". ",
                "999999999999999999999999",
                "\u0301",
                "đ",
                "é",
                "😀",
                "tổng cộng",
                "+",
                "=",
                "năm",
                "thứ",
                "Hai",
                "0/0",
                "chiếm",
                "%",
                "-",
                "tháng",
                "99");
        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (var at = random.nextInt(30); at >= 0; at--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
            }
            for (var remark : read(text.toString())) {
                assertThat(text.substring(remark.place().from(), remark.place().to()))
                        .isEqualTo(remark.words());
            }
        }
    }

    private List<Remark> read(String text) {
        return proofreader.read(new Manuscript(Labelled.DAY, List.of(Passage.of("body", text))), Labelled.FACTS);
    }
}
