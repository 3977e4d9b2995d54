package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.springframework.stereotype.Component;

/** The consolidated report of the matrix's own unit; whether it has sent one does not matter at the door. */
@Component
class LevelSamples implements MatrixSamples {

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var key = Map.of("unit", MatrixWorld.OWN_CODE, "form", "TH-THANG", "period", "2018-09");
        var base = "/consolidated/{unit}/{form}/{period}";
        var samples = new ArrayList<Sample>();
        samples.add(Sample.of("/consolidated/{unit}/{period}", key, world.own()));
        samples.add(Sample.of(base, key, world.own()));
        samples.add(Sample.of(base + "/export", key, world.own()));
        for (var act : List.of("differences", "accept", "give-back", "reopen")) {
            samples.add(Sample.of(base + "/" + act, key, world.own()).with(Map.of("comment", "x")));
        }
        return samples;
    }
}
