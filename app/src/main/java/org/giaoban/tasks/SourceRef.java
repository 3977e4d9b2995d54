package org.giaoban.tasks;

import java.util.UUID;

/** Where an order comes from: the kind and id of the object, what people call it, and its page. */
public record SourceRef(String kind, UUID id, String label, String href) {}
