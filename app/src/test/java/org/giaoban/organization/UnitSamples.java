package org.giaoban.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.springframework.stereotype.Component;

/** The own unit and who leads it. */
@Component
class UnitSamples implements MatrixSamples {

    private final Mandates mandates;

    UnitSamples(Mandates mandates) {
        this.mandates = mandates;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var code = Map.of("code", MatrixWorld.OWN_CODE);
        var secretary = mandates.holder(world.own(), "BI_THU", LocalDate.of(2018, 11, 1))
                .orElseThrow();
        var mandate = Map.of("code", MatrixWorld.OWN_CODE, "id", secretary.id());
        var unit = Map.of("unit", MatrixWorld.OWN_CODE);
        return List.of(
                Sample.of("GET /api/v1/units/{unit}", unit, world.own()).hiding("Đảng ủy thị trấn Bến Lam"),
                Sample.of("GET /api/v1/units/{unit}/successors", unit, world.own()),
                Sample.of("GET /api/v1/units/{unit}/predecessors", unit, world.own()),
                Sample.of("GET /api/v1/units/{unit}/lineage", unit, world.own()).hiding("Bến Lam"),
                Sample.of("GET /api/v1/units/differences", Map.of(), world.own())
                        .with(Map.of("from", "2000-01-01", "to", "2018-11-01", "top", MatrixWorld.OWN_CODE))
                        .hiding("Bến Lam"),
                Sample.of("GET /units/{code}", code, world.own()).hiding("Đảng ủy thị trấn Bến Lam</h1>"),
                Sample.of("GET /units/{code}/chart", code, world.own()).hiding("Bến Lam</b>"),
                Sample.of("GET /units/{code}/edit", code, world.own()),
                Sample.of("POST /units/{code}/edit", code, world.own()),
                Sample.of("GET /units/{code}/mandates/new", code, world.own()),
                Sample.of("POST /units/{code}/mandates", code, world.own()),
                Sample.of("GET /units/{code}/mandates/{id}/end", mandate, world.own()),
                Sample.of("POST /units/{code}/mandates/{id}/end", mandate, world.own()));
    }
}
