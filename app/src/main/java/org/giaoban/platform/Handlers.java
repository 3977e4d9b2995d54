package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Which handler is going to answer a request, for those who stand before the dispatcher. */
@Component
public class Handlers {

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    Handlers(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    /** Whether one of ours is going to answer; where none does, it is noted that the address leads nowhere. */
    public boolean serve(HttpServletRequest request) {
        var served = of(request) != null;
        if (!served) {
            Doorway.noteNowhere(request);
        }
        return served;
    }

    /** Null when there is none. */
    public @Nullable HandlerMethod of(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var chain = handlers.getObject().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
        } catch (Exception notServed) {
            // The wrong method or media type: the address exists, but nothing here answers this request.
            return null;
        }
    }
}
