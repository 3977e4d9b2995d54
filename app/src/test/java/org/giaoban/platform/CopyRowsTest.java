package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The text form of rows: what the database takes apart again, however much there is of it. */
class CopyRowsTest {

    @Test
    void rowsLongerThanAPieceStayWhole() throws IOException {
        var rows = new CopyRows("t (a, b)");
        var expected = new StringBuilder();
        for (var row = 0; row < 5_000; row++) {
            var word = "chữ " + "x".repeat(row % 97);
            rows.add(row).add(word).end();
            expected.append(row).append('\t').append(word).append('\n');
        }

        assertThat(written(rows)).hasSizeGreaterThan(3 * 65_536).isEqualTo(expected.toString());
        assertThat(rows.rows()).isEqualTo(5_000);
    }

    @Test
    void listsAreQuotedTwice() throws IOException {
        var rows = new CopyRows("t (a, b)");

        rows.add(new String[] {"a,b", null, "NULL", "\"", "\\", "{\t}"})
                .add(new BigDecimal[] {new BigDecimal("1E+3"), null});
        rows.end();

        assertThat(written(rows)).isEqualTo("{\"a,b\",NULL,\"NULL\",\"\\\\\"\",\"\\\\\\\\\",\"{\\t}\"}\t{1000,NULL}\n");
    }

    private static String written(CopyRows rows) throws IOException {
        try (var in = rows.bytes()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
