package org.giaoban.documents;

import org.giaoban.audit.ObjectRef;

/** What a document is about: the object, what people call it, and its page. */
public record About(ObjectRef object, String label, String href) {}
