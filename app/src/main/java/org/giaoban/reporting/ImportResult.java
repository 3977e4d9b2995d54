package org.giaoban.reporting;

import java.util.List;
import java.util.UUID;

/** What became of each file of one upload; kept so that the page can be left and found again. */
public record ImportResult(UUID id, List<FileOutcome> files) {

    /** How many files got this answer. */
    public int count(FileOutcome.Status status) {
        return (int) files.stream().filter(file -> file.status() == status).count();
    }
}
