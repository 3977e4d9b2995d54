package org.giaoban.personaldata;

import static org.giaoban.personaldata.db.Tables.PURPOSE;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** The rows of the register of purposes; a row is never changed, another one follows it from a day on. */
@Repository
class PurposeRepository {

    private static final SelectField<Purpose> A_PURPOSE = row(
                    PURPOSE.CODE,
                    PURPOSE.VALID_FROM,
                    PURPOSE.PLACE,
                    row(PURPOSE.NAME_VI, PURPOSE.NAME_EN).mapping(Purpose.Name::new),
                    row(PURPOSE.BASIS.convertFrom(Purpose.Basis.class, Purpose.Basis::valueOf), PURPOSE.LAW)
                            .mapping(Purpose.Ground::new),
                    row(PURPOSE.KINDS, PURPOSE.RECIPIENTS, PURPOSE.RETENTION, PURPOSE.SENSITIVE)
                            .mapping(Purpose.Scope::new))
            .mapping(Purpose::new);

    private final DSLContext db;

    PurposeRepository(DSLContext db) {
        this.db = db;
    }

    /** All versions, the newest of each purpose first. */
    List<Purpose> all() {
        return db.select(A_PURPOSE)
                .from(PURPOSE)
                .orderBy(PURPOSE.PLACE, PURPOSE.CODE, PURPOSE.VALID_FROM.desc())
                .fetch(Record1::value1);
    }

    /** What holds on a day. */
    List<Purpose> on(LocalDate day) {
        return all().stream()
                .filter(one -> !one.from().isAfter(day))
                .collect(Collectors.groupingBy(Purpose::code))
                .values()
                .stream()
                .map(versions -> versions.getFirst())
                .sorted(Comparator.comparing(Purpose::place).thenComparing(Purpose::code))
                .toList();
    }

    /** False when this purpose has a row from that day already. */
    boolean add(Purpose purpose) {
        return db.insertInto(PURPOSE)
                        .set(PURPOSE.CODE, purpose.code())
                        .set(PURPOSE.VALID_FROM, purpose.from())
                        .set(PURPOSE.PLACE, purpose.place())
                        .set(PURPOSE.NAME_VI, purpose.name().vietnamese())
                        .set(PURPOSE.NAME_EN, purpose.name().english())
                        .set(PURPOSE.BASIS, purpose.ground().basis().name())
                        .set(PURPOSE.LAW, purpose.ground().law())
                        .set(PURPOSE.KINDS, purpose.scope().kinds())
                        .set(PURPOSE.RECIPIENTS, purpose.scope().recipients())
                        .set(PURPOSE.RETENTION, purpose.scope().retention())
                        .set(PURPOSE.SENSITIVE, purpose.scope().sensitive())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
