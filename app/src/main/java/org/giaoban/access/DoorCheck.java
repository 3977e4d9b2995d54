package org.giaoban.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.PublicSide;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Asks once more in front of the very handler that is about to run, should a filter and the dispatcher ever differ, and lets
 * the database be asked as the public's role while a visitor reads.
 */
@Configuration(proxyBeanMethods = false)
class DoorCheck implements WebMvcConfigurer, HandlerInterceptor {

    private final Doors doors;

    DoorCheck(Doors doors) {
        this.doors = doors;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !doors.open(method)) {
            throw new NotFound(request.getRequestURI());
        }
        if (handler instanceof HandlerMethod method && doors.publicSide(method, request.getMethod())) {
            PublicSide.enter();
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        PublicSide.leave();
    }
}
