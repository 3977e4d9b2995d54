package org.giaoban.files;

import java.util.UUID;

/** The object an upload belongs to; its module's {@link FileGuard} decides who may read it. */
public record FileOwner(String kind, UUID id) {}
