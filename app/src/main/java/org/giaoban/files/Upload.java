package org.giaoban.files;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes on their way in, under the name the sender gave them. */
public record Upload(String name, InputStream content) {

    public static Upload of(String name, byte[] content) {
        return new Upload(name, new ByteArrayInputStream(content));
    }
}
