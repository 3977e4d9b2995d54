package org.giaoban.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The pieces as the server sent them: a letter first, then what it stands for. */
final class Pieces {

    private static final int LONGEST = 1 << 26;

    private final DataInputStream in;
    private byte @Nullable [] current;
    private boolean again;

    Pieces(DataInputStream in) {
        this.in = in;
    }

    boolean advance() throws IOException {
        if (again) {
            again = false;
            return current != null;
        }
        var first = in.read();
        if (first < 0) {
            current = null;
            return false;
        }
        var length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (length < 1 || length > LONGEST) {
            throw new IOException("Not a base");
        }
        var piece = new byte[length];
        in.readFully(piece);
        current = piece;
        return true;
    }

    byte kind() throws IOException {
        return piece()[0];
    }

    byte[] rest() throws IOException {
        return Arrays.copyOfRange(piece(), 1, piece().length);
    }

    private byte[] piece() throws IOException {
        if (current == null) {
            throw new EOFException();
        }
        return current;
    }

    /** What follows until something else than data comes; that is left for the next look. */
    InputStream data() {
        return new InputStream() {
            private byte[] part = new byte[0];
            private int at;
            private boolean ended;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                while (at == part.length && !ended) {
                    fill();
                }
                if (ended) {
                    return -1;
                }
                var count = Math.min(length, part.length - at);
                System.arraycopy(part, at, bytes, offset, count);
                at += count;
                return count;
            }

            private void fill() throws IOException {
                var more = advance();
                if (more && kind() == 'd') {
                    part = rest();
                    at = 0;
                } else if (!more || kind() != 'p') {
                    ended = true;
                    again = true;
                }
            }
        };
    }
}
