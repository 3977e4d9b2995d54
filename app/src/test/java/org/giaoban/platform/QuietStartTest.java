package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A server that starts beside others, or starts again, must not make everybody read and count everything anew. */
@GiaoBanTest
class QuietStartTest {

    @Autowired
    private List<ProfilePart> parts;

    @Autowired
    private Actor actor;

    @Autowired
    private DSLContext db;

    @Test
    void theSameProfileTwiceChangesNoNumber() {
        var before = numbers();
        load();

        assertThat(before).containsKeys("organization.kinds", "indicators.catalogue", "indicators.checks");
        assertThat(numbers()).isEqualTo(before);
    }

    @Test
    void whatWasMissingIsToldAndNothingElse() {
        db.execute("delete from reporting.pace_rule");
        var before = numbers();
        load();

        var told = numbers();
        assertThat(told.remove("reporting.pace")).isGreaterThan(before.remove("reporting.pace"));
        assertThat(told).isEqualTo(before);
    }

    private void load() {
        var profile = new Profile("vn-party");
        actor.asSystem(() ->
                parts.stream().sorted(Comparator.comparing(ProfilePart::order)).forEach(part -> part.load(profile)));
    }

    private Map<String, Long> numbers() {
        return new HashMap<>(db.fetch("select name, number from platform.stamp")
                .intoMap(row -> row.get("name", String.class), row -> row.get("number", Long.class)));
    }
}
