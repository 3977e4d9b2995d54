package org.giaoban.pageimport;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.giaoban.files.Bundle;
import org.giaoban.kernel.UnitId;
import org.giaoban.pageimport.ReceivedPage.Picture;
import org.giaoban.portal.ReceivedDrafts;
import org.giaoban.portal.ReceivedPictures;
import org.springframework.stereotype.Component;

/** Takes the pictures of a page along that lie beside it; nothing is fetched from anywhere. */
@Component
class ShotIntake {

    private static final Pattern INSIDE = Pattern.compile("(?i)data:image/(?:jpe?g|png);base64,([a-z0-9+/=\\s]+)");
    private static final int LONGEST_INSIDE = 16 << 20;

    private final ReceivedPictures pictures;

    ShotIntake(ReceivedPictures pictures) {
        this.pictures = pictures;
    }

    /** Those that joined the draft, and what became of each. */
    record Taken(List<ReceivedDrafts.Shot> shots, List<Picture> report) {}

    Taken take(ReadPage read, Beside beside, UnitId unit) {
        var shots = new ArrayList<ReceivedDrafts.Shot>();
        var report = new ArrayList<Picture>();
        for (var shot : read.shots()) {
            var file = file(shot, beside);
            if (file.isEmpty()) {
                report.add(new Picture(shot.name(), Picture.Fate.MISSING, ""));
                continue;
            }
            var taken = pictures.take(unit, file.get().name(), file.get().bytes());
            var media = taken.media();
            report.add(
                    new Picture(shot.name(), media == null ? Picture.Fate.REFUSED : Picture.Fate.TAKEN, taken.why()));
            if (media != null && shots.stream().noneMatch(each -> each.media().equals(media))) {
                shots.add(new ReceivedDrafts.Shot(media, shot.caption(), shot.alt()));
            }
        }
        return new Taken(List.copyOf(shots), List.copyOf(report));
    }

    private static Optional<Bundle.Item> file(Shot shot, Beside beside) {
        return shot.references().stream()
                .flatMap(reference -> inside(reference).or(() -> beside.find(reference)).stream())
                .findFirst();
    }

    /** A picture that is written into its own address. */
    private static Optional<Bundle.Item> inside(String reference) {
        var written = INSIDE.matcher(reference);
        if (reference.length() > LONGEST_INSIDE || !written.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Bundle.Item("data", Base64.getMimeDecoder().decode(written.group(1))));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
