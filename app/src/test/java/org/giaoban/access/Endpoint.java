package org.giaoban.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.platform.ForEveryone;
import org.giaoban.platform.ForSignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One address with one method, and the handler behind it. */
record Endpoint(HttpMethod method, String pattern, HandlerMethod handler) {

    private static final String OURS = "org.giaoban.";

    /** Every address of our own handlers, but the page of failures, which itself always answers "not found". */
    static List<Endpoint> all(RequestMappingHandlerMapping mapping) {
        var all = new ArrayList<Endpoint>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith(OURS)) {
                for (var pattern : info.getPatternValues()) {
                    if (pattern.equals("/error")) {
                        continue;
                    }
                    methods(info.getMethodsCondition().getMethods())
                            .forEach(method -> all.add(new Endpoint(method, pattern, handler)));
                }
            }
        });
        all.sort((one, other) -> (one.pattern + one.method).compareTo(other.pattern + other.method));
        return all;
    }

    boolean forEveryone() {
        return handler.hasMethodAnnotation(ForEveryone.class);
    }

    boolean forSignedIn() {
        return handler.hasMethodAnnotation(ForSignedIn.class);
    }

    Set<Capability> asked() {
        var requires = handler.getMethodAnnotation(Requires.class);
        return requires == null ? Set.of() : Set.of(requires.value());
    }

    boolean declared() {
        return forEveryone() || forSignedIn() || !asked().isEmpty();
    }

    boolean forPrograms() {
        return pattern.startsWith("/api/");
    }

    boolean needsSample() {
        return pattern.contains("{");
    }

    boolean changes() {
        return !method.equals(HttpMethod.GET);
    }

    @Nullable
    Sample sample(Map<String, Sample> samples) {
        return samples.getOrDefault(method + " " + pattern, samples.get(pattern));
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }

    private static List<HttpMethod> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? List.of(HttpMethod.GET, HttpMethod.POST)
                : methods.stream().map(RequestMethod::asHttpMethod).toList();
    }
}
