package org.giaoban.bench;

import java.io.BufferedInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;

/** The least that taking in a file of values can cost: its lines as they stand into a table without keys, checks or anybody to ask. */
final class PlainCopy {

    private PlainCopy() {}

    /** Values a second, into the database of a data directory whose server runs. */
    static double rate(Path data, Path file, double values) throws Exception {
        try (var connection = Database.open(data);
                var statement = connection.createStatement()) {
            statement.execute("create schema plain; create table plain.value"
                    + " (unit text, form text, period text, indicator text, value numeric)");
            var began = System.nanoTime();
            try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), 1 << 16)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy plain.value from stdin (format csv, header)", in, 1 << 16);
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            statement.execute("drop schema plain cascade");
            return values / seconds;
        }
    }
}
