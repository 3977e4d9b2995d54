package org.giaoban.platform;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Renders {@code jte/<module>/<page>.jte} for the view name {@code <module>/<page>}; every template is given the frame. */
@Component
class JteViews implements ViewResolver, Ordered {

    private final Templates templates;
    private final Frames frames;

    JteViews(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
            return redirect(name.substring(UrlBasedViewResolver.REDIRECT_URL_PREFIX.length()));
        }
        var template = name + ".jte";
        return templates.has(template) ? new JteView(template) : null;
    }

    /** 303: the browser asks for the page after a command, and its back button does not send the command again. */
    private static View redirect(String path) {
        var view = new RedirectView(path, true, false, false);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var params = new HashMap<String, Object>(model == null ? Map.of() : model);
            params.put("frame", frames.of(request));
            var output = new Utf8ByteOutput();
            templates.render(template, params, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
