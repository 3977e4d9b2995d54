package org.giaoban.disclosure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The series there are, in the words of the Data Catalog Vocabulary. */
public record OpenCatalogue(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
        String title,
        String publisher,
        List<Dataset> dataset) {

    /** One series and the files it comes in. */
    public record Dataset(
            @JsonProperty("@type") String type,
            String identifier,
            String title,
            String license,
            String landingPage,
            List<Distribution> distribution) {}

    /** One file. */
    public record Distribution(@JsonProperty("@type") String type, String mediaType, String downloadURL) {}
}
