package org.giaoban.factors;

import java.util.List;
import org.giaoban.vault.Purpose;
import org.giaoban.vault.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the secrets of code apps lie sealed, so that new keys reach them. */
@Configuration(proxyBeanMethods = false)
class FactorSecrets {

    static final Purpose PURPOSE = new Purpose("factors");

    @Bean
    SealedTable codeAppSecrets() {
        return new SealedTable("factors.code_app", "account_id", PURPOSE, List.of("secret"), null);
    }
}
