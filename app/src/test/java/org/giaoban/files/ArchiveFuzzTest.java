package org.giaoban.files;

import org.giaoban.testing.Fuzzing;
import org.junit.jupiter.api.Test;

class ArchiveFuzzTest {

    @Test
    void everyChangedArchiveIsOpenedOrRefused() {
        Fuzzing.feed("archive", ArchiveFuzz::fuzzerTestOneInput);
    }
}
