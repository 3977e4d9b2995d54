package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.FORM;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.organization.UnitKind;
import org.giaoban.platform.Memory;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class FormRepository implements Memory {

    private static final String ALL = "all";

    /** A form made for certain kinds goes before one made for all; then the order of the codes. */
    private static final Comparator<Form> CLOSEST =
            Comparator.comparing((Form form) -> form.kinds() == null).thenComparing(Form::code);

    private final DSLContext db;
    private final JsonMapper json;
    private final Organization organization;
    private final Cache<String, List<Form>> forms =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(10)).build();

    FormRepository(DSLContext db, JsonMapper json, Organization organization) {
        this.db = db;
        this.json = json;
        this.organization = organization;
    }

    /** Inserts a version that is not there yet; a version that exists is never changed. */
    boolean add(Map<?, ?> definition) {
        var form = json.convertValue(definition, Form.class);
        var added = db.insertInto(FORM)
                .set(FORM.CODE, form.code())
                .set(FORM.VERSION, form.version())
                .set(FORM.VALID_FROM, form.from())
                .set(FORM.VALID_UNTIL, form.until())
                .set(FORM.DEFINITION, JSONB.valueOf(json.writeValueAsString(definition)))
                .onConflictDoNothing()
                .execute();
        forget();
        return added == 1;
    }

    @Override
    public void forget() {
        forms.invalidateAll();
    }

    /** Every version of every form, by code and day, the earliest first (at most 1,000). */
    List<Form> all() {
        return forms.get(ALL, key -> read());
    }

    private List<Form> read() {
        var calendar = organization.workingCalendar();
        return db.select(FORM.DEFINITION)
                .from(FORM)
                .orderBy(FORM.CODE, FORM.VALID_FROM, FORM.VERSION)
                .limit(1_000)
                .fetch(found ->
                        json.readValue(found.value1().data(), Form.class).by(calendar));
    }

    /** A version's definition as it was written. */
    Map<String, Object> definition(String code, int version) {
        return db.select(FORM.DEFINITION)
                .from(FORM)
                .where(FORM.CODE.eq(code), FORM.VERSION.eq(version))
                .fetchSingle(found ->
                        json.readValue(found.value1().data(), new TypeReference<LinkedHashMap<String, Object>>() {}));
    }

    /** Of each form the version of the day: the one in force that began last. */
    List<Form> on(LocalDate day) {
        var newest = new LinkedHashMap<String, Form>();
        all().stream().filter(form -> form.inForce(day)).forEach(form -> newest.put(form.code(), form));
        return List.copyOf(newest.values());
    }

    /** The version of a form that asks for this period. */
    Optional<Form> find(String code, Period period) {
        return asking(period).stream().filter(form -> form.code().equals(code)).findFirst();
    }

    private List<Form> asking(Period period) {
        return on(period.lastDay()).stream()
                .filter(form -> form.asksFor(period))
                .toList();
    }

    /** The forms that units owe for this period. */
    List<Form> owed(Period period) {
        return asking(period).stream().filter(form -> form.owedFor(period)).toList();
    }

    /** The form made for units of this kind and periods of this kind. */
    Optional<Form> forPeriod(Period period, UnitKind kind) {
        return asking(period).stream().filter(form -> form.madeFor(kind)).min(CLOSEST);
    }
}
