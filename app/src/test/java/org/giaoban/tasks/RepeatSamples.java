package org.giaoban.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Uuid7;
import org.springframework.stereotype.Component;

/** A recurring order of the own unit, for the address that ends it. */
@Component
class RepeatSamples implements MatrixSamples {

    private final RepeatRepository repository;

    RepeatSamples(RepeatRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var work = new Recurrence.Work(world.own(), "Việc định kỳ mẫu", "x", "x", "BI_THU", null, List.of(world.own()));
        var rhythm = new Recurrence.Rhythm(
                Recurrence.Every.MONTH,
                Recurrence.DueBy.DAY,
                25,
                LocalDate.of(2018, 11, 1),
                LocalDate.of(2018, 12, 31));
        var row = new Recurrence(Uuid7.next(), work, rhythm, Viewer.SYSTEM.account(), false);
        repository.insert(row, Instant.parse("2018-11-01T00:00:00Z"));
        return List.of(Sample.of("/tasks/recurring/{id}/end", Map.of("id", row.id()), world.own()));
    }
}
