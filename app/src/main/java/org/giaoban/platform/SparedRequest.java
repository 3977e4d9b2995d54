package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that failed: its fields are not asked for again when they were what failed, a file too large among them. */
class SparedRequest extends HttpServletRequestWrapper {

    SparedRequest(HttpServletRequest failed) {
        super(failed);
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = getParameterMap().get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        try {
            return super.getParameterMap();
        } catch (IllegalStateException unreadable) {
            return Map.of();
        }
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }
}
