package org.giaoban.platform.api;

import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.giaoban.platform.Texts;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** What the framework found wrong with a request, in our words: where, and what is expected there. */
final class Flaws {

    private Flaws() {}

    static Optional<List<Problem.Flaw>> of(Exception failure) {
        return switch (failure) {
            case MethodArgumentTypeMismatchException wrong
            when !inPath(wrong) ->
                Optional.of(List.of(new Problem.Flaw(wrong.getName(), expected(wrong.getRequiredType()))));
            case MissingServletRequestParameterException missing ->
                Optional.of(List.of(
                        new Problem.Flaw(missing.getParameterName(), Texts.text("platform.api.expected.something"))));
            case HttpMessageNotReadableException body
            when body.getCause() instanceof DatabindException wrong ->
                Optional.of(List.of(new Problem.Flaw(member(wrong), Texts.text("platform.api.expected.member"))));
            default -> Optional.empty();
        };
    }

    /** Whether the body is no JSON at all. */
    static boolean unreadable(Throwable failure) {
        return failure instanceof HttpMessageNotReadableException
                || failure instanceof StreamReadException
                || failure.getCause() instanceof StreamReadException;
    }

    /** An id in the address that is no id is an address that does not exist. */
    static boolean inPath(MethodArgumentTypeMismatchException wrong) {
        return wrong.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    private static String expected(@org.jspecify.annotations.Nullable Class<?> type) {
        if (type == null) {
            return Texts.text("platform.api.expected.something");
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return Texts.text("platform.api.expected.day");
        }
        if (type.isEnum()) {
            var names = java.util.Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return Texts.text("platform.api.expected.one-of", names);
        }
        return Texts.text(
                Number.class.isAssignableFrom(type) || type.isPrimitive()
                        ? "platform.api.expected.number"
                        : "platform.api.expected.id");
    }

    private static String member(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
