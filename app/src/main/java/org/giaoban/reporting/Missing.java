package org.giaoban.reporting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.indicators.Indicator;

/** Names what a return lacks. */
final class Missing {

    private Missing() {}

    /** "TC10 Tổng số đảng viên cuối kỳ; TC11 …". */
    static String names(List<String> codes, Map<String, Indicator> indicators) {
        return codes.stream()
                .map(indicators::get)
                .filter(Objects::nonNull)
                .map(indicator -> indicator.code() + " " + indicator.name())
                .collect(Collectors.joining("; "));
    }
}
