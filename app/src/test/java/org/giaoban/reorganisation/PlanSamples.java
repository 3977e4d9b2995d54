package org.giaoban.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.springframework.stereotype.Component;

/** Plans that rename the own unit: one to look at and work on, one to drop. */
@Component
class PlanSamples implements MatrixSamples {

    private static final String TITLE = "Phương án mẫu đổi tên";

    private final Plans plans;

    PlanSamples(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var plan = draft();
        var kept = plans.get(plan).events().getFirst().id();
        var removed = plans.add(plan, rename("Tên mẫu thứ hai"));
        var one = Map.of("plan", plan.value());
        var named = Map.of("plan", plan.value(), "event", kept);
        var dropped = Map.of("plan", draft().value());
        var onPlan = Stream.of(
                        "GET /reorganisations/{plan}",
                        "GET /reorganisations/{plan}/edit",
                        "POST /reorganisations/{plan}/edit",
                        "GET /reorganisations/{plan}/events/new",
                        "POST /reorganisations/{plan}/events",
                        "GET /reorganisations/{plan}/paste",
                        "POST /reorganisations/{plan}/paste",
                        "GET /reorganisations/{plan}/rehearsal",
                        "GET /reorganisations/{plan}/rehearsal.docx",
                        "POST /reorganisations/{plan}/choices",
                        "GET /reorganisations/{plan}/execute",
                        "POST /reorganisations/{plan}/execute",
                        "GET /reorganisations/{plan}/progress",
                        "GET /reorganisations/{plan}/undo",
                        "POST /reorganisations/{plan}/undo")
                .map(path -> Sample.of(path, one, world.own()).hiding(TITLE));
        var onEvent = Stream.of(
                Sample.of("GET /reorganisations/{plan}/events/{event}", named, world.own())
                        .hiding(TITLE),
                Sample.of("POST /reorganisations/{plan}/events/{event}", named, world.own())
                        .with(Map.of("do", "find")),
                Sample.of(
                        "POST /reorganisations/{plan}/events/{event}/remove",
                        Map.of("plan", plan.value(), "event", removed),
                        world.own()),
                Sample.of("GET /reorganisations/{plan}/discard", dropped, world.own()),
                Sample.of("POST /reorganisations/{plan}/discard", dropped, world.own()));
        return Stream.concat(onPlan, onEvent).toList();
    }

    private PlanId draft() {
        var plan = plans.draft(new Terms(TITLE, LocalDate.of(2018, 11, 1), "Nghị quyết mẫu", ""));
        plans.add(plan, rename("Đảng ủy thị trấn Bến Lam Mẫu"));
        return plan;
    }

    private static NewEvent rename(String name) {
        var target = Target.unit(MatrixWorld.OWN_CODE, name, name, "", "");
        return NewEvent.of(EventKind.RENAME, List.of(), List.of(target));
    }
}
