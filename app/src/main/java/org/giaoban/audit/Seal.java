package org.giaoban.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** The end of one chain at one moment, as it is kept in a file outside the installation. */
record Seal(int shard, long length, byte[] hash) {

    private static final int PARTS = 3;

    /** By what they hold: the same end is often sealed twice. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Seal seal
                && shard == seal.shard
                && length == seal.length
                && Arrays.equals(hash, seal.hash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shard, length, Arrays.hashCode(hash));
    }

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
