package org.giaoban.reporting;

import static java.util.stream.Collectors.counting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.giaoban.platform.Profile;
import org.junit.jupiter.api.Test;

/** The files of the profile speak of the same indicators, the 140 and their parts, and every level has its forms. */
class ProfileWholeTest {

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2}\\d{2}(\\d{2})?\\b");

    private final Profile profile = new Profile("vn-party");
    private final List<Map<String, String>> catalogue = profile.csv("indicators.csv");
    private final List<?> forms = profile.yaml("forms.yaml", List.class);

    private Set<String> codes() {
        return catalogue.stream().map(row -> row.get("code")).collect(Collectors.toSet());
    }

    private static Set<String> found(Object written) {
        return CODE.matcher(written.toString())
                .results()
                .map(one -> one.group())
                .collect(Collectors.toSet());
    }

    @Test
    void thereAreHundredAndFortyWithTheirPartsAndEachIsAskedOrCalculated() {
        assertThat(codes()).hasSameSizeAs(catalogue);
        assertThat(codes()).filteredOn(code -> code.length() == 4).hasSize(140);
        var unasked = new HashSet<>(codes());
        unasked.removeAll(found(forms));
        unasked.removeAll(catalogue.stream()
                .filter(row -> !row.getOrDefault("numerator", "").isEmpty())
                .map(row -> row.get("code"))
                .toList());

        assertThat(unasked)
                .as("requests to those above are rows of their own in every form")
                .containsExactly("DH09");
    }

    /** Lines of the field that hold two values or more, as "classes and learners" or "by form of discipline". */
    @Test
    void whatAListOfTheFieldSaysInOneLineIsOneFigureEach() {
        assertThat(codes().stream()
                        .filter(code -> code.length() > 4)
                        .collect(Collectors.groupingBy(code -> code.substring(0, 4), counting())))
                .containsOnly(
                        entry("TC28", 12L),
                        entry("TC29", 1L),
                        entry("TT16", 1L),
                        entry("KT06", 2L),
                        entry("KT09", 3L),
                        entry("KT10", 4L),
                        entry("KT11", 1L),
                        entry("KT12", 1L),
                        entry("DH06", 4L),
                        entry("KX09", 1L));
    }

    @Test
    void formsChecksAndCountsKnowOnlyThese() {
        assertThat(codes()).containsAll(found(forms));
        assertThat(codes()).containsAll(found(profile.yaml("checks.yaml", Map.class)));
        assertThat(codes()).containsAll(found(profile.yaml("prefill.yaml", List.class)));
        assertThat(codes()).containsAll(found(profile.yaml("pace.yaml", List.class)));
    }

    @Test
    void everyLevelHasItsFormsForMonthOrQuarterAndYear() {
        var made = forms.stream()
                .map(form -> String.valueOf(((Map<?, ?>) form).get("code")))
                .collect(Collectors.toSet());

        assertThat(made)
                .contains("CB-THANG", "CB-KY", "CB-NAM")
                .contains("TH-THANG", "TH-KY", "TH-NAM")
                .contains("XA-THANG", "XA-KY", "XA-NAM")
                .contains("H-KY", "H-NAM", "T-KY", "T-NAM");
    }
}
