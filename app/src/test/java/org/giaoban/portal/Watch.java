package org.giaoban.portal;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.Set;

/** Writes down what a page does that it should not: dialogs, requests to elsewhere, violations of the content policy. */
final class Watch {

    private static final String LISTENER = "document.addEventListener('securitypolicyviolation',"
            + " event => console.error('violation ' + event.violatedDirective + ' ' + event.blockedURI))";

    private final String site;
    private final Set<String> harm = new LinkedHashSet<>();

    Watch(int port) {
        site = "http://localhost:" + port + "/";
    }

    Set<String> harm() {
        return harm;
    }

    Page page(BrowserContext context) {
        context.addInitScript(LISTENER);
        var page = context.newPage();
        page.onDialog(dialog -> {
            harm.add("dialog on " + page.url());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(site) && !request.url().startsWith("data:image/svg")) {
                harm.add("request to " + request.url() + " from " + page.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("violation") || message.text().contains("Content Security Policy")) {
                harm.add("violation on " + page.url() + ": " + message.text());
            }
        });
        return page;
    }
}
