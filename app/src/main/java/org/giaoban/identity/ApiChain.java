package org.giaoban.identity;

import org.giaoban.platform.ContentPolicy;
import org.giaoban.platform.Handlers;
import org.giaoban.platform.Stamps;
import org.giaoban.platform.api.ApiPath;
import org.giaoban.platform.api.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.CacheControlConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** What requests of programs pass: a token instead of a session, so there is no form of ours to forge (no CSRF). */
@Configuration(proxyBeanMethods = false)
class ApiChain {

    private final Problems problems;
    private final CurrentViewer viewer;
    private final Handlers handlers;

    ApiChain(Problems problems, CurrentViewer viewer, Handlers handlers) {
        this.problems = problems;
        this.viewer = viewer;
        this.handlers = handlers;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            AuthorizationManager<RequestAuthorizationContext> doors,
            ApiTokens tokens,
            Throttle throttle,
            RepeatedCommands repeated,
            Stamps stamps) {
        var turnaway = new ProgramTurnaway(viewer, problems);
        return http.securityMatcher(ApiPath::asked)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(forms -> forms.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .headers(ApiChain::headers)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(turnaway).accessDeniedHandler(turnaway))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(doors))
                .addFilterAfter(
                        new BearerFilter(tokens, throttle, viewer, problems, stamps),
                        AnonymousAuthenticationFilter.class)
                .addFilterAfter(new RefusalFilter(viewer, handlers), BearerFilter.class)
                .addFilterAfter(etags(), AuthorizationFilter.class)
                .addFilterAfter(new BodyFilter(problems), ShallowEtagHeaderFilter.class)
                .addFilterAfter(new RepeatFilter(repeated, viewer, problems), BodyFilter.class)
                .build();
    }

    private static ShallowEtagHeaderFilter etags() {
        var etags = new ShallowEtagHeaderFilter();
        // Weak, because answers may be compressed on the way.
        etags.setWriteWeakETag(true);
        return etags;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        SecurityChain.headers(headers);
        headers.cacheControl(CacheControlConfig::disable).addHeaderWriter((request, response) -> {
            response.setHeader("Content-Security-Policy", ContentPolicy.NOTHING);
            // Kept by the program itself only, and asked about with its ETag every time.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            response.setHeader(HttpHeaders.VARY, "Authorization, Accept-Language");
        });
    }
}
