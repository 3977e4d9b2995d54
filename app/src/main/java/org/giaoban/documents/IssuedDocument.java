package org.giaoban.documents;

import java.time.LocalDate;

/** A document that has its number. */
public record IssuedDocument(DocumentId id, int number, String symbol, String title, LocalDate issuedOn) {}
