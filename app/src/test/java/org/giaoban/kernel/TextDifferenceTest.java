package org.giaoban.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.giaoban.kernel.TextDifference.Kind;
import org.giaoban.kernel.TextDifference.Piece;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    @Test
    void aChangedWordIsGoneAndAnotherIsThere() {
        assertThat(TextDifference.words("Kết nạp 42 đảng viên mới.", "Kết nạp 43 đảng viên mới."))
                .containsExactly(
                        new Piece(Kind.SAME, "Kết nạp "),
                        new Piece(Kind.GONE, "42 "),
                        new Piece(Kind.ADDED, "43 "),
                        new Piece(Kind.SAME, "đảng viên mới."));
    }

    @Test
    void equalTextsAreOnePieceAndEmptyOnesNone() {
        assertThat(TextDifference.words("Như cũ.", "Như cũ.")).containsExactly(new Piece(Kind.SAME, "Như cũ."));
        assertThat(TextDifference.words("", "")).isEmpty();
    }

    @Test
    void bothTextsCanBeReadOutOfThePieces() {
        var seed = Long.getLong("giaoban.seed", 20181105L);
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var before = text(random);
            var after = text(random);
            var pieces = TextDifference.words(before, after);
            assertThat(without(pieces, Kind.ADDED)).as("seed %d", seed).isEqualTo(before);
            assertThat(without(pieces, Kind.GONE)).as("seed %d", seed).isEqualTo(after);
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 6)
                .mapToObj(word -> new String[] {"một ", "hai  ", "ba\n", "bốn", " ", "\n"}[word])
                .collect(Collectors.joining());
    }

    private static String without(java.util.List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
