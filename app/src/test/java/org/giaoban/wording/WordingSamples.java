package org.giaoban.wording;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.springframework.stereotype.Component;

/** A phrase of a list, for the address that names one. */
@Component
class WordingSamples implements MatrixSamples {

    private static final LocalDate FROM = LocalDate.of(2018, 1, 1);

    private final Phrases phrases;

    WordingSamples(Phrases phrases) {
        this.phrases = phrases;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        phrases.add(Sense.EFFORT, "gồng mình", FROM);
        var id = phrases.of(Sense.EFFORT, FROM).stream()
                .filter(one -> one.text().equals("gồng mình"))
                .findFirst()
                .orElseThrow()
                .id();
        return List.of(Sample.of("/wording/{id}/end", Map.of("id", id), null).with(Map.of("last", "2030-12-31")));
    }
}
