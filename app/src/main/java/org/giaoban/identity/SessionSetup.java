package org.giaoban.identity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sessions live in the database: they survive a restart and are seen by every node. Idle ones end after 30 minutes. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "identity.session", maxInactiveIntervalInSeconds = 1800)
class SessionSetup {

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer upserts() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** What everybody else uses: beside the sessions' own, Boot makes none. */
    @Bean
    @Primary
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /** Every page would otherwise wait for the disk, only to note that it was looked at. */
    @Bean
    static BeanPostProcessor quietSessions(
            ObjectProvider<SessionTransactions> transactions, ObjectProvider<SessionUses> uses) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository sessions
                        ? new QuietSessions<>(sessions, transactions.getObject(), uses.getObject())
                        : bean;
            }
        };
    }

    @Bean
    HttpSessionIdResolver sessionCookie() {
        return new SessionCookie();
    }

    @Bean
    CsrfTokenRepository csrfCookie() {
        return new CsrfCookie();
    }
}
