package org.giaoban.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;

/** Opens what was sealed; every byte it gives has been checked, and the end is the end that was sealed. */
final class SealedInput extends InputStream {

    private final InputStream in;
    private final Sealing sealing;
    private final String name;
    private byte[] ahead;
    private byte[] piece = new byte[0];
    private int taken;
    private boolean finished;

    SealedInput(InputStream in, PrivateKey receiver, String name) throws IOException {
        this.in = in;
        this.name = name;
        if (!Arrays.equals(in.readNBytes(Sealing.BEGINNING.length), Sealing.BEGINNING)) {
            throw new IOException(name + " is not a sealed file");
        }
        var encapsulation = in.readNBytes(Math.max(0, in.read()));
        sealing = new Sealing(SealingKey.again(receiver, encapsulation), encapsulation, name);
        ahead = in.readNBytes(Sealing.PIECE + Sealing.TAG);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (taken == piece.length) {
            if (finished) {
                return -1;
            }
            openNext();
        }
        var part = Math.min(length, piece.length - taken);
        System.arraycopy(piece, taken, bytes, offset, part);
        taken += part;
        return part;
    }

    private void openNext() throws IOException {
        if (ahead.length < Sealing.TAG) {
            throw new EOFException(name + " is cut short");
        }
        var current = ahead;
        ahead = in.readNBytes(Sealing.PIECE + Sealing.TAG);
        finished = ahead.length == 0;
        try {
            piece = sealing.open(current, current.length, finished);
            taken = 0;
        } catch (GeneralSecurityException e) {
            // Whoever reads on after this finds nothing more.
            ahead = new byte[0];
            finished = false;
            throw new IOException(name + " was altered, is cut short, or was sealed for another key", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
