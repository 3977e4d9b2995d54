package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.FORM;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class FormRepository {

    private static final String ALL = "all";

    private final DSLContext db;
    private final JsonMapper json;
    private final Cache<String, List<Form>> forms =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build();

    FormRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Inserts a version that is not there yet; a version that exists is never changed. */
    void add(Map<?, ?> definition) {
        var form = json.convertValue(definition, Form.class);
        db.insertInto(FORM)
                .set(FORM.CODE, form.code())
                .set(FORM.VERSION, form.version())
                .set(FORM.VALID_FROM, form.from())
                .set(FORM.VALID_UNTIL, form.until())
                .set(FORM.DEFINITION, JSONB.valueOf(json.writeValueAsString(definition)))
                .onConflictDoNothing()
                .execute();
        forms.invalidateAll();
    }

    private List<Form> all() {
        return forms.get(
                ALL,
                key -> db.select(FORM.DEFINITION)
                        .from(FORM)
                        .orderBy(FORM.CODE, FORM.VERSION)
                        .limit(1_000)
                        .fetch(found -> json.readValue(found.value1().data(), Form.class)));
    }

    /** The newest version of a form that asks for this period. */
    Optional<Form> find(String code, Period period) {
        return all().stream()
                .filter(form -> form.code().equals(code) && form.asksFor(period))
                .max(Comparator.comparing(Form::version));
    }

    /** The forms every unit owes for this period. */
    List<Form> owed(Period period) {
        return all().stream().filter(form -> form.owedFor(period)).toList();
    }

    /** The form made for periods of this kind. */
    Optional<Form> forPeriod(Period period) {
        return all().stream()
                .filter(form -> form.asksFor(period))
                .max(Comparator.comparing(Form::code).reversed().thenComparing(Form::version));
    }
}
