package org.giaoban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/** A full district: every commune of the story reports every indicator in every month of two years. */
final class District {

    private District() {}

    static void fill(Path data) throws IOException, SQLException {
        try (var in = District.class.getResourceAsStream("district.sql");
                var connection = Database.open(data);
                var statement = connection.createStatement()) {
            if (in == null) {
                throw new IllegalStateException("district.sql is missing");
            }
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            try (var rows =
                    statement.executeQuery("select count(distinct unit_no), count(distinct indicator_id), count(*)"
                            + " from indicators.indicator_value where period between 201701 and 201812")) {
                rows.next();
                System.out.printf(
                        "%nmeasured on %d units x %d indicators, %,d values in two years%n",
                        rows.getInt(1), rows.getInt(2), rows.getLong(3));
            }
        }
    }
}
