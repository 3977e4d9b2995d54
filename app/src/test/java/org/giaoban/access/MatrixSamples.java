package org.giaoban.access;

import java.util.List;

/** A module's objects for the authorisation matrix: one sample for every address that names an object. */
public interface MatrixSamples {

    /** Called as the system after the story is loaded; may create what it needs in the world's own unit. */
    List<Sample> samples(MatrixWorld world);
}
