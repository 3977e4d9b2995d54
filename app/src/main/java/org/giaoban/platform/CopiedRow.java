package org.giaoban.platform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row in the database's own binary form, read column by column in their order. */
public final class CopiedRow {

    private static final byte[] HEADER = "PGCOPY\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_LENGTH = 19;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int BASE = 10_000;
    private static final int BASE_DIGITS = 4;
    private static final int NEGATIVE = 0x4000;
    private static final int NUMBERS_OF_A_LONG = 4;

    private final ByteBuffer bytes;

    private CopiedRow(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Null for the end of all rows. */
    static @Nullable CopiedRow of(byte[] message) {
        var bytes = ByteBuffer.wrap(message);
        if (message.length >= HEADER_LENGTH && bytes.slice(0, HEADER.length).equals(ByteBuffer.wrap(HEADER))) {
            bytes.position(HEADER_LENGTH);
        }
        return bytes.remaining() < Short.BYTES || bytes.getShort() < 0 ? null : new CopiedRow(bytes);
    }

    public short smallNumber() {
        bytes.getInt();
        return bytes.getShort();
    }

    public int number() {
        bytes.getInt();
        return bytes.getInt();
    }

    public long largeNumber() {
        bytes.getInt();
        return bytes.getLong();
    }

    public @Nullable String text() {
        var length = bytes.getInt();
        return length < 0 ? null : new String(taken(length), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        return taken(bytes.getInt());
    }

    public @Nullable UUID uuid() {
        return bytes.getInt() < 0 ? null : new UUID(bytes.getLong(), bytes.getLong());
    }

    public Instant moment() {
        return EPOCH.plus(largeNumber(), ChronoUnit.MICROS);
    }

    private byte[] taken(int length) {
        var taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    public short[] smallNumbers() {
        var numbers = new short[size()];
        for (var at = 0; at < numbers.length; at++) {
            numbers[at] = smallNumber();
        }
        return numbers;
    }

    public int[] numbers() {
        var numbers = new int[size()];
        for (var at = 0; at < numbers.length; at++) {
            numbers[at] = number();
        }
        return numbers;
    }

    public long[] largeNumbers() {
        var numbers = new long[size()];
        for (var at = 0; at < numbers.length; at++) {
            numbers[at] = largeNumber();
        }
        return numbers;
    }

    public @Nullable BigDecimal[] decimals() {
        var decimals = new @Nullable BigDecimal[size()];
        for (var at = 0; at < decimals.length; at++) {
            decimals[at] = decimal();
        }
        return decimals;
    }

    /** How many elements the array has that begins here. */
    private int size() {
        bytes.getInt();
        var dimensions = bytes.getInt();
        bytes.getLong();
        if (dimensions == 0) {
            return 0;
        }
        var size = bytes.getInt();
        bytes.getInt();
        return size;
    }

    private @Nullable BigDecimal decimal() {
        if (bytes.getInt() < 0) {
            return null;
        }
        var groups = bytes.getShort();
        var weight = bytes.getShort();
        var negative = bytes.getShort() == NEGATIVE;
        var scale = bytes.getShort();
        var digits = groups <= NUMBERS_OF_A_LONG ? BigDecimal.valueOf(small(groups)) : large(groups);
        var exact = shifted(negative ? digits.negate() : digits, BASE_DIGITS * (groups - weight - 1));
        return exact.scale() == scale ? exact : exact.setScale(scale);
    }

    private long small(int groups) {
        var digits = 0L;
        for (var group = 0; group < groups; group++) {
            digits = digits * BASE + bytes.getShort();
        }
        return digits;
    }

    private BigDecimal large(int groups) {
        var digits = BigInteger.ZERO;
        for (var group = 0; group < groups; group++) {
            digits = digits.multiply(BigInteger.valueOf(BASE)).add(BigInteger.valueOf(bytes.getShort()));
        }
        return new BigDecimal(digits);
    }

    private static BigDecimal shifted(BigDecimal digits, int places) {
        return places == 0 ? digits : digits.movePointLeft(places);
    }
}
