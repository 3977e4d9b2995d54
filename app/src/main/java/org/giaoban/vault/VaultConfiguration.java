package org.giaoban.vault;

import org.giaoban.platform.Settings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says where the key file is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class VaultConfiguration {

    @Bean
    KeyFile keyFile(KeySettings keys, Settings settings) {
        return new KeyFile(keys.file(settings));
    }
}
