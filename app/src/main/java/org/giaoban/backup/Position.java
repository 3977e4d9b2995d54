package org.giaoban.backup;

import java.util.HexFormat;

/** A place in the server's journal. */
record Position(long bytes) implements Comparable<Position> {

    static final int SEGMENT = 16 << 20;

    private static final int HALF = 32;
    private static final int DIGITS = 8;
    private static final long SEGMENTS_IN_A_FILE_NUMBER = (1L << HALF) / SEGMENT;

    /** As the server writes it: two numbers to the base of sixteen. */
    static Position parse(String text) {
        var slash = text.indexOf('/');
        return new Position(
                Long.parseLong(text.substring(0, slash), 16) << HALF | Long.parseLong(text.substring(slash + 1), 16));
    }

    /** Where the segment with this name begins. */
    static Position ofSegment(String name) {
        var high = Long.parseLong(name.substring(DIGITS, 2 * DIGITS), 16);
        var low = Long.parseLong(name.substring(2 * DIGITS, 3 * DIGITS), 16);
        return new Position((high * SEGMENTS_IN_A_FILE_NUMBER + low) * SEGMENT);
    }

    static Position ofDigits(String digits) {
        return new Position(Long.parseUnsignedLong(digits, 16));
    }

    String digits() {
        return HexFormat.of().withUpperCase().toHexDigits(bytes);
    }

    String asServerWrites() {
        return "%X/%X".formatted(bytes >>> HALF, bytes & 0xFFFF_FFFFL);
    }

    Position segmentStart() {
        return new Position(bytes - bytes % SEGMENT);
    }

    Position plus(long more) {
        return new Position(bytes + more);
    }

    /** The name of the file with this place, as the server calls it. */
    String segment(int timeline) {
        var number = bytes / SEGMENT;
        return "%08X%08X%08X"
                .formatted(timeline, number / SEGMENTS_IN_A_FILE_NUMBER, number % SEGMENTS_IN_A_FILE_NUMBER);
    }

    @Override
    public int compareTo(Position other) {
        return Long.compareUnsigned(bytes, other.bytes);
    }
}
