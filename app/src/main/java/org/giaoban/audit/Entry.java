package org.giaoban.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** One line as it is stored, and the hash that ties it to the line before it. */
record Entry(
        UUID id,
        Instant at,
        AccountId actor,
        String act,
        ObjectRef object,
        @Nullable UnitId unit,
        String details) {

    static final int SHARDS = 64;

    /** Lines of one unit are one chain, so that units do not wait for each other; without a unit the object decides. */
    short shard() {
        var key = unit == null ? object.id() : unit.value();
        return (short) Math.floorMod(key.hashCode(), SHARDS);
    }

    /** SHA-256 over the previous hash and every field with its length, so that no two lines share one form. */
    byte[] hash(byte[] previous, long position) {
        return sha256(canonical(previous, position));
    }

    static byte[] genesis(int shard) {
        return sha256(("giaoban audit shard " + shard).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] canonical(byte[] previous, long position) {
        var fields = canonical();
        return ByteBuffer.allocate(previous.length + Long.BYTES + fields.length)
                .put(previous)
                .putLong(position)
                .put(fields)
                .array();
    }

    /** What is hashed after the previous hash and the position. */
    byte[] canonical() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, id.toString());
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            write(out, actor.value().toString());
            write(out, act);
            write(out, object.kind());
            write(out, object.id().toString());
            write(out, unit == null ? "" : unit.value().toString());
            write(out, details);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
