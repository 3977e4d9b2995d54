package org.giaoban.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where copies go and how long they stay.
 *
 * @param folder on another disk than the data; absent means that nothing is copied
 * @param key the open half of the backup key
 * @param at when a base is taken every day, by the clock on the wall
 * @param days how far back every moment can be reached
 * @param months how many months keep their first base beyond that
 */
@ConfigurationProperties("giaoban.backup")
record BackupSettings(
        @Nullable Path folder,
        @Nullable String key,
        @DefaultValue("01:30") LocalTime at,
        @DefaultValue("14") int days,
        @DefaultValue("12") int months) {

    /** What a crash of the machine and its disk may cost at the most. */
    static final Duration PACE = Duration.ofSeconds(10);
}
