package org.giaoban.analysis;

import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.springframework.stereotype.Component;

/** Pages of the own unit's figures, a shared view of them, and a view that is somebody else's. */
@Component
class AnalysisSamples implements MatrixSamples {

    private static final String HEAT = "/analysis/" + MatrixWorld.OWN_CODE + "/2018-08";

    private final SavedViews views;

    AnalysisSamples(SavedViews views) {
        this.views = views;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var place = Map.of("unitCode", MatrixWorld.OWN_CODE, "period", "2018-08");
        var one = Map.of("unitCode", MatrixWorld.OWN_CODE, "indicator", "TC17", "period", "2018-08");
        var shared = views.save(new SavedViews.Wish(HEAT, "Chung", true));
        var foreign = views.save(new SavedViews.Wish(HEAT, "Riêng", false));
        return List.of(
                Sample.of("/analysis/{unitCode}/{period}", place, world.own()).hiding("Bến Lam"),
                Sample.of("/analysis/{unitCode}/{period}/pivot", place, world.own())
                        .hiding("Bến Lam"),
                Sample.of("/analysis/{unitCode}/{indicator}/{period}", one, world.own())
                        .hiding("Bến Lam"),
                Sample.of("POST /analysis/views", Map.of(), world.own()).with(Map.of("address", HEAT, "name", "Thử")),
                Sample.of("GET /analysis/views/{id}", Map.of("id", shared), world.own()),
                Sample.of("POST /analysis/views/{id}/delete", Map.of("id", foreign), world.own())
                        .ofAnotherPerson());
    }
}
