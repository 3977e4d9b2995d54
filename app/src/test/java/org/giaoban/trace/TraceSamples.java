package org.giaoban.trace;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.tasks.Order;
import org.giaoban.tasks.SourceRef;
import org.giaoban.tasks.Tasks;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A task and a meeting that can be followed. */
@Component
class TraceSamples implements MatrixSamples {

    private final Tasks tasks;
    private final DSLContext db;
    private final TransactionTemplate transaction;

    TraceSamples(Tasks tasks, DSLContext db, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var task = tasks.assign(new Order(
                "Việc mẫu theo dòng",
                "xong",
                null,
                List.of(new Order.Assignee(world.own(), null, "BI_THU")),
                world.own(),
                new SourceRef("sample", UUID.randomUUID(), "mẫu", "/"),
                new Order.Reasons(null, null, "mẫu", null)));
        var meeting = transaction.execute(status -> db.fetchSingle(
                        "select id from meetings.meeting where unit_id = ? limit 1",
                        world.above().value())
                .get(0));
        return List.of(
                Sample.of("/trace/tasks/{id}", Map.of("id", task.value()), world.own())
                        .hiding("Việc mẫu theo dòng"),
                Sample.of("/trace/meetings/{id}", Map.of("id", meeting), world.above()),
                Sample.of("/trace/indicators/{code}", Map.of("code", "TC10"), null));
    }
}
