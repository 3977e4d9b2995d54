package org.giaoban.indicators;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.kernel.Period;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Figures and plans of the own unit, a line of the catalogue that belongs to nobody, and a published figure. */
@Component
class IndicatorSamples implements MatrixSamples, FigureUses {

    private final ObjectProvider<Figures> figures;
    private final Set<UUID> published = ConcurrentHashMap.newKeySet();

    /** The figures come late: they ask who uses them. */
    IndicatorSamples(ObjectProvider<Figures> figures) {
        this.figures = figures;
    }

    void publish(UUID frozen) {
        published.add(frozen);
    }

    @Override
    public Map<UUID, List<Use>> uses(Collection<UUID> frozenIds) {
        return frozenIds.stream()
                .filter(published::contains)
                .collect(Collectors.toMap(id -> id, id -> List.of(new Use("Tin giao ban tháng 11", "/tin/x/y", true))));
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var all = figures.getObject();
        var frozen = all.freeze(all.ref(world.own(), Period.month(2018, 8), "TC17"));
        publish(frozen.id());
        var line = Map.of("code", "TC17");
        var plan = Map.of("unitCode", MatrixWorld.OWN_CODE, "year", 2018);
        var table = Map.of("unitCode", MatrixWorld.OWN_CODE, "period", "2018-08");
        var figure = Map.of("unitCode", MatrixWorld.OWN_CODE, "indicator", "TC17", "period", "2018-08");
        return List.of(
                Sample.of("GET /api/v1/figures", Map.of(), world.own())
                        .with(Map.of("unit", MatrixWorld.OWN_CODE, "period", "2018-08")),
                Sample.of("/indicators/{code}", line, null),
                Sample.of("/indicators/{code}/edit", line, null),
                Sample.of("/indicators/{code}/versions", line, null),
                Sample.of("/indicators/{code}/preview", line, null),
                Sample.of("/indicators/{code}/end", line, null),
                Sample.of("/indicators/{code}/parts", line, null),
                Sample.of("/indicators/{code}/parts/{id}/end", Map.of("code", "TC01", "id", 1), null)
                        .with(Map.of("last", "2018-11-30")),
                Sample.of("/figures/{unitCode}/{period}", table, world.own()).hiding("Bến Lam"),
                Sample.of("/figures/{unitCode}/{indicator}/{period}", figure, world.own())
                        .hiding("Bến Lam"),
                Sample.of("/figures/frozen/{id}", Map.of("id", frozen.id()), null),
                Sample.of("GET /targets/{unitCode}/{year}", plan, world.own()).hiding("Bến Lam"),
                Sample.of("POST /targets/{unitCode}/{year}", plan, world.own()).with(Map.of("value_TC17", "8")),
                Sample.of("POST /targets/{unitCode}/{year}/import", plan, world.own())
                        .uploading("file"));
    }
}
