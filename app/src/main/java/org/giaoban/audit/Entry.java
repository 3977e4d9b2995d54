package org.giaoban.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
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

    /** The same under a key that lies outside the database. */
    byte[] hash(Mac mac, byte[] previous, long position) {
        mac.update(previous);
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        return mac.doFinal(canonical());
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
        var texts = List.of(
                bytes(id.toString()),
                bytes(actor.value().toString()),
                bytes(act),
                bytes(object.kind()),
                bytes(object.id().toString()),
                bytes(unit == null ? "" : unit.value().toString()),
                bytes(details));
        var length = Long.BYTES + Integer.BYTES;
        for (var text : texts) {
            length += Integer.BYTES + text.length;
        }
        var all = ByteBuffer.allocate(length);
        put(all, texts.getFirst()).putLong(at.getEpochSecond()).putInt(at.getNano());
        texts.stream().skip(1).forEach(text -> put(all, text));
        return all.array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer put(ByteBuffer all, byte[] text) {
        return all.putInt(text.length).put(text);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
