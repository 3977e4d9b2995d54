package org.giaoban.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.springframework.stereotype.Component;

/** Plans that give the own unit another name; nothing sent about them carries them out. */
@Component
class PlanApiSamples implements MatrixSamples {

    private static final String PLAN = "/api/v1/reorganisations/{id}";
    private static final String RENAME =
            "{\"kind\": \"RENAME\", \"to\": [{\"code\": \"SL-01\", \"name\": \"Đảng ủy phường Bến Lam\"}]}";
    private static final String TERMS =
            "\"title\": \"Đổi tên\", \"day\": \"2018-12-01\", \"document\": \"Nghị quyết 02\"}";

    private final Plans plans;

    PlanApiSamples(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var id = Map.of("id", drafted("Kế hoạch chim hoàng yến").value());
        var other = drafted("Kế hoạch để bỏ");
        var own = world.own();
        var removed = drafted("Kế hoạch mất một sự kiện");
        var thrown = drafted("Kế hoạch để vứt");
        return List.of(
                Sample.of("POST /api/v1/reorganisations", Map.of(), null).sending("{" + TERMS),
                Sample.of("GET " + PLAN, id, own).hiding("chim hoàng yến"),
                Sample.of("PUT " + PLAN, id, own).sending("{\"version\": 9999, " + TERMS),
                Sample.of("DELETE " + PLAN, Map.of("id", thrown.value()), own),
                Sample.of("GET " + PLAN + "/events", id, own).hiding("phường Bến Lam"),
                Sample.of("POST " + PLAN + "/events", id, own).sending(RENAME),
                Sample.of("PUT " + PLAN + "/events/{event}", event(other), own).sending(RENAME),
                Sample.of("DELETE " + PLAN + "/events/{event}", event(removed), own),
                Sample.of("GET " + PLAN + "/rehearsal", id, own).hiding("chim hoàng yến"),
                Sample.of("PUT " + PLAN + "/choices", id, own).sending("{\"conflict\": \"a\", \"choice\": \"b\"}"),
                Sample.of("POST " + PLAN + "/execute", id, own).sending("{\"version\": 9999}"),
                Sample.of("POST " + PLAN + "/undo", id, own).sending("{\"reason\": \"nhầm\"}"));
    }

    private Map<String, ?> event(PlanId plan) {
        return Map.of(
                "id", plan.value(), "event", plans.get(plan).events().getFirst().id());
    }

    private PlanId drafted(String title) {
        var id = plans.draft(new Terms(title, LocalDate.of(2018, 12, 1), "Nghị quyết 02", ""));
        var renamed = NewEvent.of(
                EventKind.RENAME,
                List.of(),
                List.of(Target.unit("SL-01", "Đảng ủy phường Bến Lam", "Bến Lam", "", "")));
        // Two, because a plan that names no unit any more is nobody's in particular.
        plans.addAll(id, List.of(renamed, renamed));
        return id;
    }
}
