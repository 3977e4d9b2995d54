package org.giaoban.documents;

import java.time.LocalDate;
import org.giaoban.kernel.UnitId;

/**
 * A document about to be issued; {@code type} is a code of {@code document-types.yaml} and the same {@code onceKey}
 * of the same issuer always leads to the same document.
 */
public record NewDocument(
        UnitId issuer, String type, String title, LocalDate on, About about, String onceKey, Paper paper) {}
