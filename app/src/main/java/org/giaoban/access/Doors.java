package org.giaoban.access;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.Doorway;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.Handlers;
import org.giaoban.platform.api.ApiPath;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Lets a request through to its handler only as the handler's annotation says; without one, nobody. */
@Component
class Doors implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Handlers handlers;
    private final CurrentViewer viewer;
    private final Access access;

    Doors(Handlers handlers, CurrentViewer viewer, Access access) {
        this.handlers = handlers;
        this.viewer = viewer;
        this.access = access;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var handler = handlers.of(context.getRequest());
        if (handler == null) {
            Doorway.noteNowhere(context.getRequest());
            // A program is told what is wrong with its request: the addresses of the API are no secret.
            return new AuthorizationDecision(
                    ApiPath.asked(context.getRequest()) && viewer.find().isPresent());
        }
        return new AuthorizationDecision(open(handler));
    }

    /** Whether the present viewer, or a visitor, may call this handler. */
    boolean open(HandlerMethod handler) {
        if (handler.hasMethodAnnotation(ForEveryone.class)) {
            return true;
        }
        if (viewer.find().isEmpty()) {
            return false;
        }
        var requires = handler.getMethodAnnotation(Requires.class);
        return requires == null
                ? handler.hasMethodAnnotation(ForSignedIn.class)
                : Arrays.stream(requires.value()).anyMatch(access::allowsAnywhere);
    }

    /** Whether a visitor only reads what is public there: the database then answers to the public's role. */
    boolean publicSide(HandlerMethod handler, String method) {
        var everyone = handler.getMethodAnnotation(ForEveryone.class);
        return everyone != null
                && !everyone.office()
                && READING.contains(method)
                && viewer.find().isEmpty();
    }
}
