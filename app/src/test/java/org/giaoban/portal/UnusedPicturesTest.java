package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.pictures.PictureFiles;
import org.giaoban.pictures.Pictures;
import org.giaoban.pictures.SweepNow;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which pictures go when nobody has needed them for a while, and which never do. */
@GiaoBanTest
class UnusedPicturesTest {

    @Autowired
    Pictures pictures;

    @Autowired
    SweepNow sweep;

    @Autowired
    Articles articles;

    @Autowired
    Galleries galleries;

    @Autowired
    Autosaves autosaves;

    @Autowired
    Newsroom newsroom;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Clock clock;

    UnitId unit;
    Viewer author;
    Viewer approver;

    @BeforeEach
    void aNewsroom() {
        unit = UnitId.next();
        var number = UUID.randomUUID().toString().substring(24);
        author = newsroom.open("viet." + number, unit, Capability.ARTICLE_WRITE);
        approver = newsroom.open("duyet." + number, unit, Capability.ARTICLE_APPROVE);
    }

    @Test
    void onlyWhatNothingNeedsGoes() {
        var head = added(61);
        var replaced = added(62);
        var hung = added(63);
        var typed = added(64);
        var loose = added(65);
        var article = newsroom.published(unit, Newsroom.story("Ảnh cũ", "<p>a</p>", replaced, "Cũ"), author, approver);
        viewer.run(author, () -> {
            articles.correct(article);
            var revision = articles.get(article).version().hands().revision();
            articles.save(article, revision, Newsroom.story("Ảnh mới", "<p>a</p>", head, "Mới"));
            galleries.save(article, revision + 1, List.of(new GalleryPicture(hung, "", "Trong bộ ảnh")));
            autosaves.keep(article, revision + 2, Map.of("media", List.of(typed.toString())));
        });

        assertThat(sweep.before(clock.instant().plus(Duration.ofHours(1)))).isPositive();

        assertThat(pictures.copies(List.of(head, replaced, hung, typed, loose)))
                .containsOnlyKeys(head, replaced, hung, typed);
    }

    @Test
    void whatWasWantedAgainLatelyStays() {
        var loose = added(71);
        var between = clock.instant();
        assertThat(added(71)).isEqualTo(loose);

        assertThat(sweep.before(between)).isZero();
        assertThat(pictures.copies(List.of(loose))).containsKey(loose);
        sweep.before(clock.instant().plus(Duration.ofHours(1)));
        assertThat(pictures.copies(List.of(loose))).isEmpty();
        assertThat(added(71)).isNotEqualTo(loose);
    }

    private UUID added(int width) {
        return viewer.as(author, () -> pictures.add(unit, PictureFiles.png(width, 40)));
    }
}
