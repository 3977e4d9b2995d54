package org.giaoban.files;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away contents nobody holds any more.
 *
 * <p>A content sent in this very moment waits on its row until the sweep is over and is then written anew.
 */
@Service
@Transactional
class FileSweep {

    private static final Duration KEEP = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final StoredFileRepository repository;
    private final Shelf shelf;
    private final Clock clock;

    FileSweep(StoredFileRepository repository, Shelf shelf, Clock clock) {
        this.repository = repository;
        this.shelf = shelf;
        this.clock = clock;
    }

    int sweep() {
        var forgotten = repository.forget(clock.instant().minus(KEEP), BATCH);
        forgotten.forEach(shelf::delete);
        return forgotten.size();
    }
}
