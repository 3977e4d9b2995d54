package org.giaoban.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Messages shown once, on the page that follows a command. */
@Component
public class Flash {

    private static final String ATTRIBUTE = "giaoban.flash";

    /** @param kind ok, warn or error */
    public record Message(String kind, String text) implements Serializable {}

    public void ok(String key, Object... args) {
        add(new Message("ok", Texts.text(key, args)));
    }

    public void warn(String key, Object... args) {
        add(new Message("warn", Texts.text(key, args)));
    }

    public void error(String key, Object... args) {
        add(new Message("error", Texts.text(key, args)));
    }

    /** Shows a refusal on the next page. */
    public void refused(Refused refused) {
        add(new Message("error", refused.text()));
    }

    private void add(Message message) {
        var session = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest()
                .getSession();
        var messages = new ArrayList<Message>(kept(session.getAttribute(ATTRIBUTE)));
        messages.add(message);
        session.setAttribute(ATTRIBUTE, messages);
    }

    static List<Message> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || session.getAttribute(ATTRIBUTE) == null) {
            return List.of();
        }
        var messages = kept(session.getAttribute(ATTRIBUTE));
        session.removeAttribute(ATTRIBUTE);
        return messages;
    }

    private static List<Message> kept(Object stored) {
        return stored instanceof List<?> list
                ? list.stream().map(Message.class::cast).toList()
                : List.of();
    }
}
