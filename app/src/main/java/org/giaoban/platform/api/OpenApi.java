package org.giaoban.platform.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Describes the whole API, in the reader's language, from the handlers themselves: what runs is what is described. */
@RestController
class OpenApi {

    private static final List<Integer> FAILURES =
            List.of(400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429, 500, 503);

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    OpenApi(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    @ForEveryone
    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> description() {
        var schemas = new Schemas();
        var paths = paths(new Operations(schemas));
        var problem = schemas.record(Problem.class);
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", Texts.text("platform.api.described.title"),
                        "version", "1",
                        "description", Texts.text("platform.api.described.all")));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths);
        document.put("components", components(schemas, problem));
        return document;
    }

    private Map<String, Object> paths(Operations operations) {
        var paths = new TreeMap<String, Object>();
        handlers.getObject().getHandlerMethods().forEach((mapping, handler) -> {
            for (var pattern : mapping.getPatternValues()) {
                if (pattern.startsWith(ApiPath.V1 + "/")) {
                    var path = methods(paths, pattern.replaceAll("\\{(\\w+):[^/]*}", "{$1}"));
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method ->
                                    path.put(method.name().toLowerCase(Locale.ROOT), operations.of(handler, method)));
                }
            }
        });
        return paths;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> methods(Map<String, Object> paths, String path) {
        return (Map<String, Object>) paths.computeIfAbsent(path, fresh -> new TreeMap<String, Object>());
    }

    private static Map<String, Object> components(Schemas schemas, Map<String, Object> problem) {
        var components = new LinkedHashMap<String, Object>();
        components.put("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer")));
        components.put(
                "parameters",
                Map.of(
                        "IdempotencyKey", header("Idempotency-Key", "platform.api.described.key"),
                        "IfNoneMatch", header("If-None-Match", "platform.api.described.etag"),
                        "Language", header("Accept-Language", "platform.api.described.language")));
        components.put("responses", responses(problem));
        components.put("schemas", schemas.named());
        return components;
    }

    private static Map<String, Object> responses(Map<String, Object> problem) {
        var responses = new TreeMap<String, Object>();
        responses.put("Unchanged", Map.of("description", Texts.text("platform.api.described.unchanged")));
        for (var status : FAILURES) {
            responses.put(
                    "Problem" + status,
                    Map.of(
                            "description",
                            Texts.text("platform.api.title." + status),
                            "content",
                            Map.of(MediaType.APPLICATION_PROBLEM_JSON_VALUE, Map.of("schema", problem))));
        }
        return responses;
    }

    private static Map<String, Object> header(String name, String key) {
        return Map.of(
                "name",
                name,
                "in",
                "header",
                "required",
                false,
                "description",
                Texts.text(key),
                "schema",
                Map.of("type", "string"));
    }
}
