package org.giaoban.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;

/** Seals what is written to it. Only a stream that was closed makes a file that opens. */
final class SealedOutput extends OutputStream {

    private final OutputStream out;
    private final Sealing sealing;
    private final byte[] piece = new byte[Sealing.PIECE];
    private final byte[] sealed = new byte[Sealing.PIECE + Sealing.TAG];
    private int filled;
    private boolean closed;

    SealedOutput(OutputStream out, PublicKey receiver, String name) throws IOException {
        this.out = out;
        var fresh = SealingKey.fresh(receiver);
        out.write(Sealing.BEGINNING);
        out.write(fresh.encapsulation().length);
        out.write(fresh.encapsulation());
        sealing = new Sealing(fresh.key(), fresh.encapsulation(), name);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int at = offset, end = offset + length; at < end; ) {
            if (filled == piece.length) {
                put(false);
            }
            var part = Math.min(piece.length - filled, end - at);
            System.arraycopy(bytes, at, piece, filled, part);
            filled += part;
            at += part;
        }
    }

    private void put(boolean last) throws IOException {
        try {
            out.write(sealed, 0, sealing.seal(piece, filled, last, sealed));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot encrypt", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            put(true);
            out.close();
        }
    }
}
