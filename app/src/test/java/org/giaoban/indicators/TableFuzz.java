package org.giaoban.indicators;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import org.giaoban.platform.TableText;
import org.giaoban.testing.Havoc;

/** Whatever is done to a list as text, it is read or it is no list. */
public final class TableFuzz {

    private static final List<byte[]> SEEDS = List.of(
            bytes("indicator,value,phasing\nTC10,\"1.234,5\",đều\nTC11,96,\"1;2;3\"\n"),
            bytes("indicator;value\r\nTC10;\"a \"\"b\"\" c\"\r\n"),
            bytes(
                    String.join(",", CatalogueFile.HEADERS) + "\n"
                            + "TC10,TC,Kết nạp,Admitted,đv,m,COUNT,SUM,SUM,UP,0,,,MONTH,BRANCH,2018-01-01,,\"- một\n- hai\",x\n"));

    private TableFuzz() {}

    public static void fuzzerTestOneInput(byte[] program) {
        var text = new String(Havoc.file(program, SEEDS), StandardCharsets.UTF_8);
        TableText.rows(text).ifPresent(List::size);
        TargetForm.csv(text).lines().values().forEach(line -> {
            TargetForm.number(line);
            TargetForm.phasing(line);
        });
        for (var row : CatalogueFile.rows(text)) {
            try {
                CatalogueFile.read(row);
            } catch (IllegalArgumentException | DateTimeException none) {
                none.getMessage();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
