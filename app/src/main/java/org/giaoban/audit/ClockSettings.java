package org.giaoban.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How well clocks have to agree.
 *
 * @param apart what two clocks, or a clock and its own past, may differ by before it is said
 */
@ConfigurationProperties("giaoban.clock")
record ClockSettings(@DefaultValue("5s") Duration apart) {}
