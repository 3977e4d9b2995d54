package org.giaoban.pictures;

import org.giaoban.testing.Fuzzing;
import org.junit.jupiter.api.Test;

class PictureFuzzTest {

    @Test
    void everyChangedPictureIsDrawnOrRefused() {
        Fuzzing.feed("picture", PictureFuzz::fuzzerTestOneInput);
    }
}
