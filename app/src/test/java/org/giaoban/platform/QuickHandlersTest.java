package org.giaoban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class QuickHandlersTest {

    private final QuickHandlers handlers = new QuickHandlers();

    @Controller
    static class Pages {

        @GetMapping("/meetings/{id}/here")
        void here() {}

        @PostMapping("/meetings/{id}/here")
        void tap() {}

        @GetMapping("/meetings")
        void all() {}

        @GetMapping("/")
        void home() {}

        @GetMapping({"/tasks/{id}", "/duties/{id}"})
        void task() {}

        @GetMapping("/{page}/print")
        void print() {}
    }

    @BeforeEach
    void pages() {
        var context = new StaticWebApplicationContext();
        context.registerSingleton("pages", Pages.class);
        context.refresh();
        handlers.setApplicationContext(context);
        handlers.afterPropertiesSet();
    }

    private @Nullable String handler(MockHttpServletRequest request) throws Exception {
        ServletRequestPathUtils.parseAndCache(request);
        var found = handlers.getHandler(request);
        return found == null
                ? null
                : ((HandlerMethod) found.getHandler()).getMethod().getName();
    }

    private @Nullable String get(String path) throws Exception {
        return handler(new MockHttpServletRequest("GET", path));
    }

    @Test
    void everyAddressFindsItsHandler() throws Exception {
        assertThat(get("/meetings/7/here")).isEqualTo("here");
        assertThat(get("/meetings")).isEqualTo("all");
        assertThat(get("/")).isEqualTo("home");
        assertThat(get("/tasks/7")).isEqualTo("task");
        assertThat(get("/duties/7")).isEqualTo("task");
        assertThat(get("/meetings/print")).as("begins with anything").isEqualTo("print");
        assertThat(get("/m%65etings/7/here")).as("written otherwise").isEqualTo("here");
        assertThat(get("/nothing/7/here")).isNull();
    }

    @Test
    void whatTheDoorFoundTheDispatcherFindsToo() throws Exception {
        var request = new MockHttpServletRequest("GET", "/meetings/7/here");

        assertThat(handler(request)).isEqualTo("here");
        request.removeAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        assertThat(handler(request)).isEqualTo("here");
        assertThat(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
                .isEqualTo(Map.of("id", "7"));
    }

    @Test
    void anotherMethodOrAddressOfTheSameRequestIsLookedUpAnew() throws Exception {
        var request = new MockHttpServletRequest("GET", "/meetings/7/here");
        assertThat(handler(request)).isEqualTo("here");

        request.setMethod("POST");
        assertThat(handler(request)).isEqualTo("tap");
        request.setMethod("GET");
        request.setRequestURI("/meetings");
        assertThat(handler(request)).isEqualTo("all");
    }
}
