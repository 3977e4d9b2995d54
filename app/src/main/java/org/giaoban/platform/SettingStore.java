package org.giaoban.platform;

import static org.giaoban.platform.db.Tables.SETTING;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Small named values kept in the database: the site's name, the demonstration's clock. */
@Repository
public class SettingStore {

    private final DSLContext db;
    private final Cache<Asked, Optional<String>> recent =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

    SettingStore(DSLContext db) {
        this.db = db;
    }

    public String value(String name, String otherwise) {
        return recent.get(new Asked(name, PublicSide.entered()), asked -> read(name))
                .orElse(otherwise);
    }

    /** Visitors are shown fewer settings than others; what they miss must not be missing for the rest. */
    private record Asked(String name, boolean publicSide) {}

    public Optional<String> find(String name) {
        return read(name);
    }

    public void put(String name, String value) {
        db.insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                .values(name, value)
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.VALUE, value)
                .execute();
        recent.invalidateAll(List.of(new Asked(name, true), new Asked(name, false)));
    }

    private Optional<String> read(String name) {
        return db.select(SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.NAME.eq(name))
                .fetchOptional(SETTING.VALUE);
    }
}
