package org.giaoban.personaldata;

import java.util.List;
import org.giaoban.platform.Texts;
import org.giaoban.platform.personal.DataSubject;
import org.giaoban.platform.personal.PersonalTable;
import org.giaoban.platform.personal.StandIn;
import org.springframework.stereotype.Component;

/** Takes a person out of every table that modules declared. Callers work as the system, in one transaction. */
@Component
class Eraser {

    /** Nobody counts further. */
    private static final int MOST = 10_000;

    private final PersonalTables tables;
    private final PersonalRows rows;
    private final ErasureRepository repository;

    Eraser(PersonalTables tables, PersonalRows rows, ErasureRepository repository) {
        this.tables = tables;
        this.rows = rows;
        this.repository = repository;
    }

    /** The same mark again leaves the same names. */
    void apply(DataSubject subject, Erasure erasure) {
        var standIn = new StandIn(erasure.mark(), Texts.text(Texts.VIETNAMESE, "personaldata.erased", erasure.mark()));
        for (var source : tables.sources()) {
            source.tables().forEach(table -> rows.erase(table, subject, standIn));
            source.erase(subject, standIn);
        }
        repository.insert(erasure);
    }

    /** How many rows of which table it would touch. */
    List<Erasures.Planned> plan(DataSubject subject) {
        return tables.all().stream()
                .filter(PersonalTable::listed)
                .map(table -> new Erasures.Planned(table.name(), table.fate(), rows.count(table, subject, MOST)))
                .filter(planned -> planned.rows() > 0)
                .toList();
    }
}
