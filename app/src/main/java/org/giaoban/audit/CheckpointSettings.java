package org.giaoban.audit;

import java.nio.file.Path;
import org.giaoban.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where checkpoints go.
 *
 * @param checkpoints a folder, best on another machine; absent means {@code checkpoints} in the data folder
 */
@ConfigurationProperties("giaoban.audit")
record CheckpointSettings(@Nullable Path checkpoints) {

    Path folder(Settings settings) {
        return checkpoints == null ? settings.data().resolve("checkpoints") : checkpoints;
    }
}
