package org.giaoban.operations;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.giaoban.platform.Formats;
import org.giaoban.platform.PartState;
import org.giaoban.platform.PartState.Line;
import org.giaoban.platform.Settings;
import org.giaoban.platform.Sizes;
import org.giaoban.platform.StateSource;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The database: whether it answers, and whether it is set up so that what is written stays written and rows stay guarded. */
@Component
@Order(10)
class DatabasePart implements StateSource {

    private static final double SLOW_MILLIS = 50;

    private final DSLContext db;
    private final DataSource pool;
    private final Settings settings;

    DatabasePart(DSLContext db, DataSource pool, Settings settings) {
        this.db = db;
        this.pool = pool;
        this.settings = settings;
    }

    @Override
    public String part() {
        return "database";
    }

    @Override
    public PartState state() {
        var lines = new ArrayList<Line>();
        lines.add(answer());
        lines.add(kind());
        lines.add(Line.fine(Texts.text("operations.database.size"), Sizes.text(size())));
        lines.add(connections());
        lines.add(durable());
        lines.add(guarded());
        return new PartState(Texts.text("operations.database"), "database", List.copyOf(lines));
    }

    private Line answer() {
        var began = System.nanoTime();
        db.fetchValue("select 1");
        var millis = (System.nanoTime() - began) / 1e6;
        var label = Texts.text("operations.database.answer");
        var value = Texts.text("operations.millis", Formats.number(BigDecimal.valueOf(millis), 1));
        return millis < SLOW_MILLIS
                ? Line.fine(label, value)
                : Line.notice(label, value, Texts.text("operations.database.slow"));
    }

    private Line kind() {
        var outside = settings.database() != null && settings.database().url() != null;
        var version = String.valueOf(db.fetchValue("show server_version"));
        return Line.fine(
                Texts.text("operations.database.version"),
                Texts.text(outside ? "operations.database.outside" : "operations.database.embedded", version));
    }

    private long size() {
        return ((Number) Objects.requireNonNull(db.fetchValue("select pg_database_size(current_database())")))
                .longValue();
    }

    private Line connections() {
        var label = Texts.text("operations.database.connections");
        try {
            var hikari = pool.unwrap(HikariDataSource.class);
            var now = hikari.getHikariPoolMXBean();
            var waiting = now.getThreadsAwaitingConnection();
            var value = Texts.text(
                    "operations.database.connections.value",
                    now.getActiveConnections(),
                    hikari.getMaximumPoolSize(),
                    waiting);
            return waiting == 0
                    ? Line.fine(label, value)
                    : Line.notice(label, value, Texts.text("operations.database.connections.waiting"));
        } catch (SQLException noPool) {
            return Line.fine(label, Texts.text("operations.unknown"));
        }
    }

    /** What is acknowledged must be on disk, and a broken page must be noticed. */
    private Line durable() {
        var on = List.of("fsync", "full_page_writes", "data_checksums").stream()
                .allMatch(name -> "on".equals(db.fetchValue("select current_setting(?)", name)));
        var committed = !"off".equals(db.fetchValue("show synchronous_commit"));
        var label = Texts.text("operations.database.durable");
        return on && committed
                ? Line.fine(label, Texts.text("operations.database.durable.yes"))
                : Line.fault(
                        label,
                        Texts.text("operations.database.durable.no"),
                        Texts.text("operations.database.durable.advice"));
    }

    /** Row-level security binds neither a superuser nor a role that may bypass it. */
    private Line guarded() {
        var free = Boolean.TRUE.equals(
                db.fetchValue(
                        "select bool_or(rolsuper or rolbypassrls) from pg_roles where rolname in (session_user, current_user)"));
        var label = Texts.text("operations.database.guarded");
        return free
                ? Line.fault(
                        label,
                        Texts.text("operations.database.guarded.no"),
                        Texts.text("operations.database.guarded.advice"))
                : Line.fine(label, Texts.text("operations.database.guarded.yes"));
    }
}
