package org.giaoban.platform.api;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/** Describes one handler: what it does, takes and gives, and how it fails. */
class Operations {

    private static final List<Integer> ALWAYS = List.of(400, 401, 403, 406, 422, 429, 500, 503);
    private static final List<Integer> WRITING = List.of(409, 413, 415);

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    Map<String, Object> of(HandlerMethod handler, RequestMethod method) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", id(handler));
        operation.put("tags", List.of(tag(handler)));
        var described = handler.getMethodAnnotation(Described.class);
        if (described != null) {
            operation.put("summary", Texts.text(described.value()));
        }
        var parameters = parameters(handler, method);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        body(handler).ifPresent(body -> operation.put("requestBody", body));
        operation.put("responses", responses(handler, method));
        if (handler.hasMethodAnnotation(ForEveryone.class)) {
            operation.put("security", List.of());
        }
        return operation;
    }

    /** Such as {@code unitsList} for the handler {@code list} of {@code UnitApi}. */
    private static String id(HandlerMethod handler) {
        return tag(handler).toLowerCase(Locale.ROOT) + "." + handler.getMethod().getName();
    }

    private static String tag(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName().replaceFirst("Api$", "");
    }

    private List<Map<String, Object>> parameters(HandlerMethod handler, RequestMethod method) {
        var parameters = new ArrayList<Map<String, Object>>();
        for (var parameter : handler.getMethod().getParameters()) {
            var asked = parameter.getAnnotation(RequestParam.class);
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                parameters.add(parameter(parameter, "path", true, null));
            } else if (asked != null) {
                var standard = asked.defaultValue().equals(ValueConstants.DEFAULT_NONE) ? null : asked.defaultValue();
                parameters.add(parameter(parameter, "query", asked.required() && standard == null, standard));
            }
        }
        parameters.add(Map.of("$ref", "#/components/parameters/Language"));
        parameters.add(Map.of(
                "$ref",
                method == RequestMethod.GET
                        ? "#/components/parameters/IfNoneMatch"
                        : "#/components/parameters/IdempotencyKey"));
        return parameters;
    }

    private Map<String, Object> parameter(
            Parameter parameter, String place, boolean required, @Nullable String standard) {
        var described = new LinkedHashMap<String, Object>();
        described.put("name", parameter.getName());
        described.put("in", place);
        described.put("required", required);
        var text = parameter.getAnnotation(Described.class);
        if (text != null) {
            described.put("description", Texts.text(text.value()));
        }
        described.put("schema", schema(parameter, standard));
        return described;
    }

    private Map<String, Object> schema(Parameter parameter, @Nullable String standard) {
        var schema = new LinkedHashMap<>(schemas.bare(parameter.getAnnotatedType()));
        if (parameter.getName().equals("limit")) {
            schema.put("minimum", 1);
            schema.put("maximum", PageAsked.MOST);
        }
        if (standard != null && !standard.isEmpty()) {
            schema.put("default", parameter.getType() == int.class ? Integer.valueOf(standard) : standard);
        }
        return schema;
    }

    private Optional<Map<String, Object>> body(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst()
                .map(parameter -> Map.of("required", true, "content", json(schemas.of(parameter.getAnnotatedType()))));
    }

    private Map<String, Object> responses(HandlerMethod handler, RequestMethod method) {
        var responses = new LinkedHashMap<String, Object>();
        responses.put(String.valueOf(success(handler).value()), answer(handler));
        if (method == RequestMethod.GET) {
            responses.put("304", Map.of("$ref", "#/components/responses/Unchanged"));
        }
        var failures = new ArrayList<>(ALWAYS);
        if (Arrays.stream(handler.getMethod().getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(PathVariable.class)
                        || parameter.isAnnotationPresent(RequestParam.class))) {
            failures.add(404);
        }
        if (method != RequestMethod.GET) {
            failures.addAll(WRITING);
        }
        failures.stream()
                .sorted()
                .forEach(status -> responses.put(
                        String.valueOf(status), Map.of("$ref", "#/components/responses/Problem" + status)));
        return responses;
    }

    private static HttpStatus success(HandlerMethod handler) {
        var status = handler.getMethodAnnotation(ResponseStatus.class);
        return status == null ? HttpStatus.OK : status.value();
    }

    private Map<String, Object> answer(HandlerMethod handler) {
        var returned = handler.getMethod().getAnnotatedReturnType();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("description", Texts.text("platform.api.described.answer"));
        if (returned.getType() != void.class) {
            answer.put("content", json(schemas.of(returned)));
        }
        return answer;
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return Map.of("application/json", Map.of("schema", schema));
    }
}
