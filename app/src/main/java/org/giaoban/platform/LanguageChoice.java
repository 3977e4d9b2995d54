package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.giaoban.platform.api.ApiPath;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language a reader chose by {@code ?lang=en}, kept in a cookie that does not leave an encrypted line; programs say theirs with each request. */
class LanguageChoice extends CookieLocaleResolver {

    private static final String NAME = "lang";

    private final CookieLocaleResolver encrypted = new CookieLocaleResolver(NAME);

    LanguageChoice() {
        super(NAME);
        encrypted.setCookieSecure(true);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return ApiPath.asked(request)
                ? new SimpleLocaleContext(ApiPath.language(request))
                : super.resolveLocaleContext(request);
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        if (request.isSecure()) {
            encrypted.setLocaleContext(request, response, context);
        } else {
            super.setLocaleContext(request, response, context);
        }
    }
}
