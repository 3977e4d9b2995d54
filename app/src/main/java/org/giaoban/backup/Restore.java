package org.giaoban.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.giaoban.platform.Refused;
import org.giaoban.platform.RestoreMark;
import org.giaoban.platform.database.LaunchSettings;
import org.giaoban.platform.database.ReturnedCluster;
import org.jspecify.annotations.Nullable;

/** Brings an installation back as it was at a moment. Works on the data folder alone: the program must not be running. */
final class Restore {

    private static final DateTimeFormatter SUFFIX =
            DateTimeFormatter.ofPattern("'before-restore-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** As the server reads it, to the microsecond. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    private final Path data;
    private final LaunchSettings settings;
    private final InstantSource time;
    private final Consumer<String> told;

    /** @param told hears what is being done, as text keys' last parts */
    Restore(Path data, LaunchSettings settings, InstantSource time, Consumer<String> told) {
        this.data = data;
        this.settings = settings;
        this.time = time;
        this.told = told;
    }

    /**
     * What is wanted.
     *
     * @param at the moment to go back to; absent means as near to the end as possible
     * @param replace whether what stands in the data folder may be set aside
     */
    record Order(Source source, PrivateKey key, @Nullable Instant at, boolean replace) {}

    /** What came of it. */
    record Outcome(Base base, Inspection inspection, int files, Source.Journey journey) {}

    Outcome run(Order order) throws IOException {
        try (var cluster = ReturnedCluster.into(data)) {
            if (cluster.placeTaken() && !order.replace()) {
                throw new Refused("backup.restore.place-taken", data);
            }
            var source = order.source();
            told.accept("unpacking");
            Unpacking.unpack(source.line(), source.base(), order.key(), cluster.draft(), cluster.passwords());
            var journey = source.bringJournal(order.key(), cluster.journal());
            told.accept("files");
            var files = FileCopies.bringBack(source.line(), order.key(), data);
            told.accept("recovering");
            cluster.putInPlace(SUFFIX.format(time.instant()));
            var inspection = cluster.recover(target(order), settings, Inspection::of);
            FileCopies.bringListsBack(source.line(), order.key(), data);
            Files.deleteIfExists(LineIdentity.file(data));
            var outcome = new Outcome(source.base(), inspection, files, journey);
            RestoreMark.in(data).leave(facts(order, String.valueOf(inspection.lastCommit()), time.instant()));
            cluster.keep();
            return outcome;
        }
    }

    static List<String> target(Order order) {
        var at = order.at();
        return at == null ? List.of() : List.of("recovery_target_time = '" + MOMENT.format(at) + "'");
    }

    static Properties facts(Order order, String reached, Instant now) {
        var facts = new Properties();
        facts.setProperty("restored", now.toString());
        facts.setProperty("line", order.source().line().name());
        facts.setProperty("base", order.source().base().name());
        facts.setProperty("asked", order.at() == null ? "" : String.valueOf(order.at()));
        facts.setProperty("reached", reached);
        return facts;
    }
}
