package org.giaoban.briefing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.springframework.stereotype.Component;

/** The board of the matrix's own unit. */
@Component
class BoardSamples implements MatrixSamples {

    private static final Map<String, String> NAMED = Map.of("unit", MatrixWorld.OWN_CODE, "period", "2018-11");

    @Override
    public List<Sample> samples(MatrixWorld world) {
        return Stream.of("", "/figures", "/workbook", "/report", "/report/draft")
                .map(page -> Sample.of("/board/{unit}/{period}" + page, NAMED, world.own()))
                .toList();
    }
}
