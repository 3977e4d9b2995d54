package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;

/** What a page may load: only our own files, nothing inline. One handler may loosen the styles for its own page. */
public final class ContentPolicy {

    private static final String INLINE_STYLES = "giaoban.inline-styles";

    private static final String REST = "; script-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ContentPolicy() {}

    /** For the page with the rich-text editor, which writes style attributes; scripts stay as strict as elsewhere. */
    public static void allowInlineStyles(HttpServletRequest request) {
        request.setAttribute(INLINE_STYLES, true);
    }

    /** The header's text for the answer to this request. */
    public static String of(HttpServletRequest request) {
        var styles = request.getAttribute(INLINE_STYLES) == null
                ? "style-src 'self'; img-src 'self' data:"
                : "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";
        return "default-src 'none'; " + styles + REST;
    }
}
