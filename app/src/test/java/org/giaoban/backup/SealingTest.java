package org.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Random;
import org.giaoban.platform.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed opens with the other half of the key only, whole and unaltered only, and under its own name only. */
class SealingTest {

    private static final KeyPair PAIR = SealingKey.make();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Sealing.PIECE - 1, Sealing.PIECE, Sealing.PIECE + 1, 3 * Sealing.PIECE, 500_000})
    void everyLengthComesBack(int length) throws Exception {
        var content = content(length);

        assertThat(open(seal(content), PAIR, "a")).isEqualTo(content);
    }

    @Test
    void noAlteredByteIsTaken() throws Exception {
        var sealed = seal(content(200));
        for (var at = 0; at < sealed.length; at++) {
            var altered = sealed.clone();
            altered[at] ^= 1;
            assertThatThrownBy(() -> open(altered, PAIR, "a")).isInstanceOfAny(IOException.class, Refused.class);
        }
    }

    @Test
    void noEndIsTakenButTheOneThatWasSealed() throws Exception {
        var sealed = seal(content(2 * Sealing.PIECE + 5));
        for (var length = 0; length < sealed.length; length += 1_000) {
            var cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> open(cut, PAIR, "a")).isInstanceOfAny(IOException.class, Refused.class);
        }
        var wholePieces = Arrays.copyOf(sealed, sealed.length - 5 - Sealing.TAG);
        assertThatThrownBy(() -> open(wholePieces, PAIR, "a")).isInstanceOf(IOException.class);
        var longer = Arrays.copyOf(sealed, sealed.length + 1);
        assertThatThrownBy(() -> open(longer, PAIR, "a")).isInstanceOf(IOException.class);
    }

    @Test
    void piecesDoNotChangePlaces() throws Exception {
        var sealed = seal(content(3 * Sealing.PIECE));
        var head = Sealing.BEGINNING.length + 1 + sealed[Sealing.BEGINNING.length];
        var piece = Sealing.PIECE + Sealing.TAG;
        var swapped = sealed.clone();
        System.arraycopy(sealed, head, swapped, head + piece, piece);
        System.arraycopy(sealed, head + piece, swapped, head, piece);

        assertThatThrownBy(() -> open(swapped, PAIR, "a")).isInstanceOf(IOException.class);
    }

    @Test
    void neitherAnotherKeyNorAnotherNameOpens() throws Exception {
        var sealed = seal(content(10));

        assertThatThrownBy(() -> open(sealed, SealingKey.make(), "a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> open(sealed, PAIR, "b")).isInstanceOf(IOException.class);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("nội dung");
    }

    @Test
    void keysAreTextsThatSayWhichHalfTheyAre(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("k"), "Của ai\n" + SealingKey.text(PAIR.getPrivate()) + "\n");

        assertThat(SealingKey.secret(file)).isEqualTo(PAIR.getPrivate());
        assertThat(SealingKey.open(SealingKey.text(PAIR.getPublic()))).isEqualTo(PAIR.getPublic());
        assertThatThrownBy(() -> SealingKey.open(SealingKey.text(PAIR.getPrivate())))
                .isInstanceOf(Refused.class);
        Files.writeString(file, SealingKey.text(PAIR.getPublic()));
        assertThatThrownBy(() -> SealingKey.secret(file)).isInstanceOf(Refused.class);
    }

    private static byte[] content(int length) {
        var content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }

    private static byte[] seal(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealed = new SealedOutput(out, PAIR.getPublic(), "a")) {
            sealed.write(content, 0, content.length / 2);
            sealed.write(content, content.length / 2, content.length - content.length / 2);
        }
        return out.toByteArray();
    }

    private static byte[] open(byte[] sealed, KeyPair pair, String name) throws IOException {
        return new SealedInput(new ByteArrayInputStream(sealed), pair.getPrivate(), name).readAllBytes();
    }
}
