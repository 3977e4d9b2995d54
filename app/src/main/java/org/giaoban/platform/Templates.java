package org.giaoban.platform;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The compiled templates: whole pages, and the parts that a room above puts into a page of a room below. */
@Component
public class Templates {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), "org.giaoban");

    public Templates() {
        engine.setBinaryStaticContent(false);
    }

    boolean has(String template) {
        return engine.hasTemplate(template);
    }

    void render(String template, Map<String, Object> params, TemplateOutput output) {
        engine.render(template, params, output);
    }

    /** The template {@code <module>/<part>.jte} as content of another one. */
    public Content part(String name, Map<String, Object> params) {
        return output -> engine.render(name + ".jte", params, output);
    }
}
