package org.giaoban.files;

import java.nio.file.Path;

/** An upload that stands complete in a temporary file, with what was found out about it. */
record Received(Path temporary, long size, String sha256, byte[] head) {}
