package org.giaoban.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
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
        var resolver = new LanguageChoice();
        resolver.setDefaultLocale(Texts.VIETNAMESE);
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    /** What is said after a redirect is {@link Flash}'s; the framework's own way would read the session for every file of ours. */
    @Bean
    FlashMapManager flashMapManager() {
        return new FlashMapManager() {
            @Override
            public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
                return null;
            }

            @Override
            public void saveOutputFlashMap(
                    FlashMap nothing, HttpServletRequest request, HttpServletResponse response) {}
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                    throws ServletException {
                // The page of failures comes in the language chosen before, whatever the failed request asked.
                return request.getDispatcherType() == DispatcherType.ERROR
                        || super.preHandle(request, response, handler);
            }

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
