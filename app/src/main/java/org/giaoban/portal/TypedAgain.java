package org.giaoban.portal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.validation.DataBinder;

/** Makes a form out of kept fields as if they had just been sent. */
final class TypedAgain {

    private static final DefaultFormattingConversionService CONVERSION = new DefaultFormattingConversionService();

    private TypedAgain() {}

    static <T> T of(Class<T> form, Map<String, List<String>> fields) {
        var binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(form));
        binder.setConversionService(CONVERSION);
        binder.construct(new DataBinder.ValueResolver() {
            @Override
            public @Nullable Object resolveValue(String name, Class<?> type) {
                var values = fields.getOrDefault(name, List.of());
                return values.isEmpty() ? null : values.getFirst();
            }

            @Override
            public Set<String> getNames() {
                return fields.keySet();
            }
        });
        return form.cast(Objects.requireNonNull(binder.getTarget(), "a form of texts can always be made"));
    }
}
