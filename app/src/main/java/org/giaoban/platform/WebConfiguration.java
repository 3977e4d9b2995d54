package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.giaoban.platform.api.ApiPath;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Language by {@code ?lang=en}, and theme by {@code ?theme=dark}, both kept in cookies; Vietnamese first. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    WebMvcRegistrations quickHandlers() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new QuickHandlers();
            }
        };
    }

    @Bean
    LocaleResolver localeResolver() {
        // Jobs and commands answer no request: they speak the first language, whatever the machine's is.
        LocaleContextHolder.setDefaultLocale(Texts.VIETNAMESE);
        var resolver = new CookieLocaleResolver("lang") {
            @Override
            public LocaleContext resolveLocaleContext(HttpServletRequest request) {
                return ApiPath.asked(request)
                        ? new SimpleLocaleContext(ApiPath.language(request))
                        : super.resolveLocaleContext(request);
            }
        };
        resolver.setDefaultLocale(Texts.VIETNAMESE);
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return value.equals("en") ? Locale.ENGLISH : Texts.VIETNAMESE;
            }
        };
        language.setParamName("lang");
        registry.addInterceptor(language).excludePathPatterns("/api/**");
        registry.addInterceptor(new ThemeChoice()).excludePathPatterns("/api/**");
    }
}
