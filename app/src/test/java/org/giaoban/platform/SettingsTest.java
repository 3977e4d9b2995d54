package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SettingsTest {

    @Test
    void theDatabaseHasTheMemoryThatIsWrittenDown() {
        assertThat(memory(Map.of("giaoban.database.memory", "1GB"))).isEqualTo(DataSize.ofGigabytes(1));
        assertThat(memory(Map.of("giaoban.database.user", "ai-do"))).isEqualTo(DataSize.ofMegabytes(256));
    }

    @Test
    void somethingElseThanASizeIsRefused() {
        assertThatThrownBy(() -> memory(Map.of("giaoban.database.memory", "nhieu")))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("giaoban.database.memory");
    }

    private static DataSize memory(Map<String, String> written) {
        var settings = new Binder(new MapConfigurationPropertySource(written)).bindOrCreate("giaoban", Settings.class);
        return Objects.requireNonNull(settings.database()).memory();
    }
}
