package org.giaoban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * The session's cookie: out of reach of scripts, not sent from other sites. Over https its name begins with
 * {@code __Host-}, which browsers accept from this very host only; plain http on one's own machine cannot use that name.
 */
class SessionCookie implements HttpSessionIdResolver {

    static final String SECURE_NAME = "__Host-giaoban";
    static final String PLAIN_NAME = "giaoban";

    private final CookieHttpSessionIdResolver secure = resolver(SECURE_NAME, true);
    private final CookieHttpSessionIdResolver plain = resolver(PLAIN_NAME, false);

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return of(request).resolveSessionIds(request);
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
        of(request).setSessionId(request, response, sessionId);
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        of(request).expireSession(request, response);
    }

    private CookieHttpSessionIdResolver of(HttpServletRequest request) {
        return request.isSecure() ? secure : plain;
    }

    private static CookieHttpSessionIdResolver resolver(String name, boolean onlySecure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(onlySecure);
        cookie.setSameSite("Lax");
        var resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        return resolver;
    }
}
