package org.giaoban.recommendations;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.recommendations.Recommendation.Source;
import org.springframework.stereotype.Component;

/** Recommendations that the matrix's own unit raised and that lie at its own desk. */
@Component
class RecommendationSamples implements MatrixSamples {

    private static final String TEXT = "Xin thêm xi măng cho ma trận";

    private final Raising raising;

    RecommendationSamples(Raising raising) {
        this.raising = raising;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var one = "/recommendations/{id}";
        var id = Map.of("id", raised(world));
        return Stream.concat(
                        Stream.of("take-up", "answer", "refuse", "pass", "withdraw")
                                .map(act -> Sample.of(one + "/" + act, id, world.own())),
                        Stream.of(
                                Sample.of(one, id, world.own()).hiding(TEXT),
                                Sample.of("/api/v1" + one + "/answer", id, world.own())
                                        .sending("{\"answer\": \"Đã xem\"}")))
                .toList();
    }

    private UUID raised(MatrixWorld world) {
        return raising.raise(world.own(), Source.HAND, new Raising.Asked(TEXT, "Huyện ủy", world.own()));
    }
}
