package org.giaoban.reporting;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.BulkBatch.Refusal;
import org.giaoban.reporting.BulkImport.Counts;
import org.springframework.stereotype.Component;

/** Takes a file of values and prints how far it has come, and why a return was not taken. */
@Component
class ValuesReport {

    private static final int BATCHES_BETWEEN = 20;
    private static final int MOST_NAMED = 100;

    private final BulkImport imports;

    ValuesReport(BulkImport imports) {
        this.imports = imports;
    }

    /** Whether everything in the file is sent now. */
    boolean take(Path file) {
        var name = file.getFileName().toString();
        var progress = new Progress(name);
        var began = System.nanoTime();
        var counts = imports.take(file, progress);
        print(name, counts);
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.println(Texts.text(
                "reporting.values.took",
                Formats.number(BigDecimal.valueOf(seconds), 1),
                Formats.number(Math.round(counts.values() / seconds))));
        if (counts.refused() > MOST_NAMED) {
            System.out.println(
                    "  " + Texts.text("reporting.values.more", String.valueOf(counts.refused() - MOST_NAMED)));
        }
        return counts.refused() == 0 && counts.drafts() == 0;
    }

    private static void print(String name, Counts counts) {
        System.out.println(Texts.text(
                "reporting.values.said",
                name,
                String.valueOf(counts.returns()),
                String.valueOf(counts.values()),
                String.valueOf(counts.sent()),
                String.valueOf(counts.drafts()),
                String.valueOf(counts.unchanged()),
                String.valueOf(counts.refused())));
    }

    private static final class Progress implements BulkImport.Listener {

        private final String name;
        private int batches;
        private int named;

        Progress(String name) {
            this.name = name;
        }

        @Override
        public void written(Counts sofar, List<Refusal> refused) {
            for (var refusal : refused) {
                if (named++ < MOST_NAMED) {
                    System.out.println(
                            "  " + Texts.text("reporting.values.line", String.valueOf(refusal.line()), refusal.why()));
                }
            }
            if (++batches % BATCHES_BETWEEN == 0) {
                print(name, sofar);
            }
        }
    }
}
