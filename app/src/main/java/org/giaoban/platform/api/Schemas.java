package org.giaoban.platform.api;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas of the types handlers take and give, each record once under its own name. What may be null is what the
 * compiler's null checks let be null.
 */
class Schemas {

    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")));

    private final Map<String, Object> named = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();

    Map<String, Object> named() {
        return named;
    }

    /** The schema of a type where it is used, nullable or not as it is declared there. */
    Map<String, Object> of(AnnotatedType type) {
        var schema = bare(type);
        return type.isAnnotationPresent(Nullable.class) ? nullable(schema) : schema;
    }

    /** The schema of a type that is not null. */
    Map<String, Object> bare(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            var raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
            var arguments = generic.getAnnotatedActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                return Map.of("type", "array", "items", of(arguments[0]));
            }
            if (raw == Map.class) {
                return Map.of("type", "object", "additionalProperties", of(arguments[1]));
            }
            if (raw == Slice.class) {
                return page(arguments[0]);
            }
            return of(arguments[0]);
        }
        return record((Class<?>) type.getType());
    }

    Map<String, Object> record(Class<?> type) {
        var simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type.isEnum()) {
            var names =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return Map.of("type", "string", "enum", names);
        }
        if (!type.isRecord()) {
            throw new IllegalStateException("The API cannot describe " + type);
        }
        var name = type.getSimpleName();
        var owner = owners.putIfAbsent(name, type);
        if (owner != null && owner != type) {
            throw new IllegalStateException("Two records of the API are called " + name + ": " + owner + ", " + type);
        }
        if (owner == null) {
            named.put(name, object(type));
        }
        return ref(name);
    }

    private Map<String, Object> page(AnnotatedType of) {
        var name = ((Class<?>) of.getType()).getSimpleName() + "Page";
        var members = new LinkedHashMap<String, Object>();
        members.put("items", Map.of("type", "array", "items", of(of)));
        members.put(
                "next",
                Map.of(
                        "type", List.of("string", "null"),
                        "description", Texts.text("platform.api.described.next")));
        named.put(name, object(members, List.of("items", "next")));
        return ref(name);
    }

    private Map<String, Object> object(Class<?> type) {
        var members = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            members.put(component.getName(), described(of(component.getAnnotatedType()), component));
            if (required(component)) {
                required.add(component.getName());
            }
        }
        return object(members, required);
    }

    private static Map<String, Object> object(Map<String, Object> members, List<String> required) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("properties", members);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }

    /** Answers always name every member; what is taken in may leave out what may be null. */
    private static boolean required(RecordComponent component) {
        var taken = component.getDeclaringRecord().isAnnotationPresent(TakenIn.class);
        return !taken || !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    static Map<String, Object> described(Map<String, Object> schema, AnnotatedElement element) {
        var description = element.getAnnotation(Described.class);
        if (description == null) {
            return schema;
        }
        var told = new LinkedHashMap<>(schema);
        told.put("description", Texts.text(description.value()));
        return told;
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type && !schema.containsKey("enum")) {
            var nullable = new LinkedHashMap<>(schema);
            nullable.put("type", List.of(type, "null"));
            return nullable;
        }
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }
}
