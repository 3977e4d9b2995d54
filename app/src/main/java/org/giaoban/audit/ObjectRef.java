package org.giaoban.audit;

import java.util.UUID;

/** Names a thing of any module: its kind in one word and its id. */
public record ObjectRef(String kind, UUID id) {}
