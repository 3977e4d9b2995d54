package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handler of a request among hundreds: asks only those whose address begins with the same word, and remembers for the
 * dispatcher what the door has found for the same request. Whatever is not plain is left to the search through all.
 */
class QuickHandlers extends RequestMappingHandlerMapping {

    private static final String FOUND = QuickHandlers.class.getName();
    private static final String ANY = "*";

    private volatile @Nullable Map<String, List<Handler>> byWord;

    private record Handler(RequestMappingInfo info, HandlerMethod method) {}

    private record Found(String method, String path, Handler handler) {

        boolean of(String otherPath, HttpServletRequest request) {
            return path.equals(otherPath) && method.equals(request.getMethod());
        }
    }

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
        super.registerHandlerMethod(handler, method, mapping);
        byWord = null;
    }

    @Override
    public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
        super.registerMapping(mapping, handler, method);
        byWord = null;
    }

    @Override
    public void unregisterMapping(RequestMappingInfo mapping) {
        super.unregisterMapping(mapping);
        byWord = null;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var handler = request.getAttribute(FOUND) instanceof Found found && found.of(path, request)
                ? found.handler()
                : best(path, request);
        if (handler == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(FOUND, new Found(request.getMethod(), path, handler));
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, handler.method());
        handleMatch(handler.info(), path, request);
        return handler.method();
    }

    /** Null when there is none, or more than one as good. */
    private @Nullable Handler best(String path, HttpServletRequest request) {
        if (path.indexOf('%') >= 0
                || path.indexOf(';') >= 0
                || request.getMethod().equals("OPTIONS")) {
            return null;
        }
        var matches = new ArrayList<Handler>();
        for (var word : new String[] {first(path), ANY}) {
            for (var handler : handlers().getOrDefault(word, List.of())) {
                var info = getMatchingMapping(handler.info(), request);
                if (info != null) {
                    matches.add(new Handler(info, handler.method()));
                }
            }
        }
        var order = getMappingComparator(request);
        matches.sort((one, other) -> order.compare(one.info(), other.info()));
        var sure = matches.size() == 1
                || (matches.size() > 1
                        && order.compare(
                                        matches.getFirst().info(),
                                        matches.get(1).info())
                                != 0);
        return sure ? matches.getFirst() : null;
    }

    private Map<String, List<Handler>> handlers() {
        var known = byWord;
        if (known == null) {
            known = new HashMap<>();
            for (var each : getHandlerMethods().entrySet()) {
                var handler = new Handler(each.getKey(), each.getValue());
                for (var word : words(each.getKey())) {
                    known.computeIfAbsent(word, any -> new ArrayList<>()).add(handler);
                }
            }
            byWord = known;
        }
        return known;
    }

    private static List<String> words(RequestMappingInfo info) {
        var words = info.getPatternValues().stream()
                .map(QuickHandlers::first)
                .distinct()
                .toList();
        return words.stream().allMatch(word -> word.matches("[\\w.-]*")) ? words : List.of(ANY);
    }

    private static String first(String path) {
        var end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }
}
