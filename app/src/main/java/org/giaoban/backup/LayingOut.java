package org.giaoban.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.giaoban.platform.Refused;
import org.giaoban.platform.RestoreMark;
import org.giaoban.platform.database.ReturnedCluster;

/**
 * Lays out what was copied from a server of one's own, so that its administrator only has to start it: it reads the journal
 * up to the wanted moment by itself. What belongs to the program comes back to its data folder.
 */
final class LayingOut {

    private final Path data;
    private final InstantSource time;

    LayingOut(Path data, InstantSource time) {
        this.data = data;
        this.time = time;
    }

    Source.Journey run(Restore.Order order, Path folder) throws IOException {
        var place = folder.toAbsolutePath().normalize();
        if (Files.exists(place)) {
            throw new Refused("backup.restore.into-taken", place);
        }
        var cluster = place.resolve("cluster");
        var journal = place.resolve("journal");
        Durably.createFolder(cluster);
        Durably.createFolder(journal);
        var source = order.source();
        Unpacking.unpack(source.line(), source.base(), order.key(), cluster, place.resolve("access.properties"));
        var journey = source.bringJournal(order.key(), journal);
        ReturnedCluster.prepare(cluster, journal, Restore.target(order));
        FileCopies.bringBack(source.line(), order.key(), data);
        FileCopies.bringListsBack(source.line(), order.key(), data);
        Files.deleteIfExists(LineIdentity.file(data));
        RestoreMark.in(data).leave(Restore.facts(order, "", time.instant()));
        return journey;
    }
}
