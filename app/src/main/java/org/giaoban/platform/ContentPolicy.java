package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;

/** What a page may load: only our own files, nothing inline. One handler may loosen the styles for its own page. */
public final class ContentPolicy {

    /** For answers that are no pages. */
    public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private static final String INLINE_STYLES = "giaoban.inline-styles";

    private static final String SANDBOX = "giaoban.sandbox";

    private static final String REST = "; script-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ContentPolicy() {}

    /** For the page with the rich-text editor, which writes style attributes; scripts stay as strict as elsewhere. */
    public static void allowInlineStyles(HttpServletRequest request) {
        request.setAttribute(INLINE_STYLES, true);
    }

    /** For uploaded files: whatever they hold, it may load nothing and run nothing. */
    public static void sandbox(HttpServletRequest request) {
        request.setAttribute(SANDBOX, true);
    }

    /** The header's text for the answer to this request. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(SANDBOX) != null) {
            return "default-src 'none'; sandbox; frame-ancestors 'none'";
        }
        var styles = request.getAttribute(INLINE_STYLES) == null
                ? "style-src 'self'; img-src 'self' data:"
                : "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";
        return "default-src 'none'; " + styles + REST;
    }
}
