package org.giaoban.platform;

import static org.giaoban.platform.db.Tables.SETTING;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Small named values kept in the database: the site's name, the demonstration's clock. */
@Repository
public class SettingStore {

    private final DSLContext db;
    private final Cache<String, Optional<String>> recent =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

    SettingStore(DSLContext db) {
        this.db = db;
    }

    public String value(String name, String otherwise) {
        return recent.get(name, this::read).orElse(otherwise);
    }

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
        recent.invalidate(name);
    }

    private Optional<String> read(String name) {
        return db.select(SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.NAME.eq(name))
                .fetchOptional(SETTING.VALUE);
    }
}
