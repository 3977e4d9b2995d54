package org.giaoban.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import org.giaoban.platform.Handlers;
import org.giaoban.platform.ProtectingHeaders;
import org.giaoban.platform.Stamps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;

/** What every request passes before a handler sees it. Who may call a handler is decided by its annotation, in access. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChain {

    @Bean
    SecurityContextRepository sessionContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Replaces Boot's invented user: nobody signs in through it. */
    @Bean
    UserDetailsService noOtherUsers() {
        return new InMemoryUserDetailsManager();
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            AuthorizationManager<RequestAuthorizationContext> doors,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrf,
            LogOut logOut,
            Accounts accounts,
            CurrentViewer viewer,
            Handlers handlers,
            Stamps stamps) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .csrf(tokens -> tokens.csrfTokenRepository(csrf).ignoringRequestMatchers(OpenForms::ours))
                .requestCache(cache -> cache.disable())
                .headers(SecurityChain::headers)
                .logout(logout -> logout.logoutUrl("/logout")
                        .addLogoutHandler(logOut)
                        .addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.COOKIES, Directive.STORAGE)))
                        .logoutSuccessHandler((request, response, gone) -> Away.to("/login?out", request, response)))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new Turnaway.Visitor())
                        .accessDeniedHandler(new Turnaway.Viewer()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(StaticFiles::asked)
                        .permitAll()
                        .requestMatchers(handlers::serve)
                        .access(doors)
                        .anyRequest()
                        .denyAll())
                .addFilterAfter(new ViewerFilter(accounts, viewer, stamps), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new RefusalFilter(viewer, handlers), ViewerFilter.class)
                .build();
    }

    /** The last word on what was put on before: a page may have said meanwhile what it loads. */
    static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled()
                .cacheControl(withDefaults())
                .addHeaderWriter((request, response) -> ProtectingHeaders.write(request, response::setHeader));
    }
}
