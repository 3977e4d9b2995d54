package org.giaoban.audit;

import java.util.HexFormat;
import org.giaoban.platform.Refused;

/** The end of one chain at one moment, as it is kept in a file outside the installation. */
record Seal(int shard, long length, byte[] hash) {

    private static final int PARTS = 3;

    String line() {
        return shard + " " + length + " " + HexFormat.of().formatHex(hash);
    }

    static Seal parse(String line) {
        var parts = line.strip().split(" ");
        if (parts.length != PARTS || !line.matches("\\d{1,2} \\d{1,18} [0-9a-f]{64}")) {
            throw new Refused("audit.cli.no-seal", line);
        }
        return new Seal(
                Integer.parseInt(parts[0]),
                Long.parseLong(parts[1]),
                HexFormat.of().parseHex(parts[2]));
    }
}
