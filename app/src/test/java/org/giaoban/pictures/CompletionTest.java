package org.giaoban.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GiaoBanTest
class CompletionTest {

    @Autowired
    PictureRepository repository;

    @Autowired
    Completion completion;

    @Autowired
    Pictures pictures;

    @Test
    void aPictureFromBeforeGetsItsWebpCopiesOnce() {
        var jpeg = new Studio.Copy(Studio.Copy.JPEG, 700, 300, Files.picture("jpg", 700, 300));
        var fresh = new PictureRepository.Fresh(
                Uuid7.next(), UnitId.next(), "a".repeat(64), Instant.parse("2018-11-01T00:00:00Z"));
        repository.insert(fresh, new Studio.Made(700, 300, List.of(jpeg)));
        assertThat(pictures.copies(Set.of(fresh.id())).get(fresh.id()).modern()).isFalse();

        assertThat(completion.complete()).isEqualTo(1);

        assertThat(pictures.copies(Set.of(fresh.id())).get(fresh.id()).webp()).containsExactly(320, 640, 700);
        assertThat(completion.complete()).isZero();
        assertThat(repository
                        .copy(fresh.id(), Studio.Copy.WEBP, 500)
                        .orElseThrow()
                        .width())
                .isEqualTo(640);
    }
}
