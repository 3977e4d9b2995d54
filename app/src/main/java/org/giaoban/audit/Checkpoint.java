package org.giaoban.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.giaoban.platform.Refused;
import org.giaoban.vault.SigningKey;

/**
 * The ends of all chains at one moment, signed. Its text can be printed, kept anywhere and checked by any program that knows
 * Ed25519: what is signed is everything above the line with the signature.
 */
record Checkpoint(Instant at, List<Seal> seals, byte[] key, byte[] signature) {

    static final String HEAD = "giaoban-checkpoint ";

    private static final String KEY = "key ";
    private static final String SIGNATURE = "signature ";

    static Checkpoint sign(Instant at, List<Seal> seals, SigningKey key) {
        var open = key.publicKey();
        return new Checkpoint(at, seals, open, key.sign(signed(at, seals, open)));
    }

    boolean genuine() {
        return SigningKey.verifies(key, signed(at, seals, key), signature);
    }

    String text() {
        return new String(signed(at, seals, key), StandardCharsets.UTF_8)
                + SIGNATURE
                + Base64.getEncoder().encodeToString(signature)
                + '\n';
    }

    private static byte[] signed(Instant at, List<Seal> seals, byte[] key) {
        var text = new StringBuilder(HEAD).append(at).append('\n');
        seals.forEach(seal -> text.append(seal.line()).append('\n'));
        text.append(KEY).append(Base64.getEncoder().encodeToString(key)).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param lines from the first line to the one with the signature */
    static Checkpoint parse(List<String> lines) {
        var last = lines.size() - 1;
        if (last < 2
                || !lines.getFirst().startsWith(HEAD)
                || !lines.get(last - 1).startsWith(KEY)
                || !lines.get(last).startsWith(SIGNATURE)) {
            throw new Refused("audit.cli.no-seal", lines.get(last));
        }
        try {
            var seals = new ArrayList<Seal>();
            lines.subList(1, last - 1).forEach(line -> seals.add(Seal.parse(line)));
            return new Checkpoint(
                    Instant.parse(lines.getFirst().substring(HEAD.length())),
                    seals,
                    Base64.getDecoder().decode(lines.get(last - 1).substring(KEY.length())),
                    Base64.getDecoder().decode(lines.get(last).substring(SIGNATURE.length())));
        } catch (DateTimeException | IllegalArgumentException damaged) {
            throw new Refused("audit.cli.no-seal", lines.getFirst());
        }
    }
}
