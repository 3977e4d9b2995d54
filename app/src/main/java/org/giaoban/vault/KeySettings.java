package org.giaoban.vault;

import java.nio.file.Path;
import org.giaoban.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the key file lies.
 *
 * @param file absent means {@code keys/giaoban.keys} in the data folder; better a place that no backup takes along
 */
@ConfigurationProperties("giaoban.keys")
record KeySettings(@Nullable Path file) {

    Path file(Settings settings) {
        return file == null
                ? settings.data().resolve("keys").resolve("giaoban.keys").toAbsolutePath()
                : file.toAbsolutePath();
    }
}
