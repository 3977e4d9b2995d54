package org.giaoban.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One message of the server: a letter and what follows it. */
record Message(char type, byte[] body) {

    private static final int ABSENT = -1;

    ByteBuffer buffer() {
        return ByteBuffer.wrap(body);
    }

    String text(int from) {
        return new String(body, from, body.length - from, StandardCharsets.UTF_8);
    }

    /** The columns of a row as texts, an absent one as an empty text. */
    List<String> row() {
        var buffer = buffer();
        var columns = new ArrayList<String>();
        for (var left = buffer.getShort(); left > 0; left--) {
            var bytes = new byte[Math.max(0, lengthOf(buffer))];
            buffer.get(bytes);
            columns.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return columns;
    }

    private static int lengthOf(ByteBuffer buffer) {
        var length = buffer.getInt();
        return length == ABSENT ? 0 : length;
    }

    /** An error's code and sentence. */
    IOException error() {
        var state = "";
        var sentence = "";
        for (var field : text(0).split("\0")) {
            if (field.startsWith("C")) {
                state = field.substring(1);
            } else if (field.startsWith("M")) {
                sentence = field.substring(1);
            }
        }
        return new ReplicationRefused(state, sentence);
    }
}
