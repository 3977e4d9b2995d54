package org.giaoban.platform.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses a body that leaves out, or gives as null, what the record it becomes may not do without. */
@ControllerAdvice
class WholeBodies extends RequestBodyAdviceAdapter {

    /** A few characters such as 1e999999999 can stand for a number that fills the memory. */
    private static final int DIGITS = 30;

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType().isAnnotationPresent(TakenIn.class);
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var flaws = new ArrayList<Problem.Flaw>();
        check((Record) body, "", flaws);
        if (!flaws.isEmpty()) {
            throw new Unprocessable(flaws);
        }
        return body;
    }

    /** What a record is made of, looked up once for each kind of record. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    private record Part(String name, boolean mayLack, Method accessor) {

        static Part of(RecordComponent component) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Part(
                    component.getName(), component.getAnnotatedType().isAnnotationPresent(Nullable.class), accessor);
        }

        @Nullable
        Object in(Record taken) {
            try {
                return accessor.invoke(taken);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void check(Record taken, String path, List<Problem.Flaw> flaws) {
        for (var part : PARTS.get(taken.getClass())) {
            var value = part.in(taken);
            if (value != null) {
                look(value, path + part.name(), flaws);
            } else if (!part.mayLack()) {
                flaws.add(missing(path + part.name()));
            }
        }
    }

    private static void look(Object value, String name, List<Problem.Flaw> flaws) {
        if (value instanceof BigDecimal number && (Math.abs(number.scale()) > DIGITS || number.precision() > DIGITS)) {
            flaws.add(new Problem.Flaw(name, Texts.text("platform.api.expected.shorter")));
        } else if (value instanceof Record record) {
            check(record, name + ".", flaws);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> each(element, name + "." + key, flaws));
        } else if (value instanceof List<?> list) {
            for (var at = 0; at < list.size(); at++) {
                each(list.get(at), name + "[" + at + "]", flaws);
            }
        }
    }

    private static void each(@Nullable Object element, String name, List<Problem.Flaw> flaws) {
        if (element == null) {
            flaws.add(missing(name));
        } else {
            look(element, name, flaws);
        }
    }

    private static Problem.Flaw missing(String name) {
        return new Problem.Flaw(name, Texts.text("platform.api.expected.something"));
    }
}
