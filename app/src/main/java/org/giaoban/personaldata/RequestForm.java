package org.giaoban.personaldata;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.personaldata.Request.Channel;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A request as typed: by the person, or by an officer who enters what came on paper. */
public record RequestForm(String once, String kind, String body, String person, String channel) {

    public RequestForm(
            @Nullable String once,
            @Nullable String kind,
            @Nullable String body,
            @Nullable String person,
            @Nullable String channel) {
        this.once = text(once);
        this.kind = text(kind);
        this.body = text(body);
        this.person = text(person);
        this.channel = text(channel);
    }

    static RequestForm empty(@Nullable String kind) {
        return new RequestForm(Uuid7.next().toString(), kind, null, null, Channel.PAPER.name());
    }

    /** Made with the form, so that sending it twice asks once. */
    UUID id() {
        try {
            return UUID.fromString(once);
        } catch (IllegalArgumentException made) {
            return Uuid7.next();
        }
    }

    Optional<RequestKind> asked() {
        return Arrays.stream(RequestKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
    }

    Optional<Channel> came() {
        return Arrays.stream(Channel.values())
                .filter(one -> one != Channel.ONLINE && one.name().equals(channel))
                .findFirst();
    }

    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (asked().isEmpty()) {
            faults.put("kind", Texts.text("personaldata.fault.kind"));
        }
        if (body.isEmpty() || body.length() > Requests.LONGEST || body.indexOf('\0') >= 0) {
            faults.put("body", Texts.text("personaldata.fault.body", Requests.LONGEST));
        }
        return faults;
    }

    public static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (var one : RequestKind.values()) {
            kinds.put(one.name(), one.word());
        }
        return kinds;
    }

    public static Map<String, String> channels() {
        var channels = new LinkedHashMap<String, String>();
        channels.put(Channel.PAPER.name(), Channel.PAPER.word());
        channels.put(Channel.IN_PERSON.name(), Channel.IN_PERSON.word());
        return channels;
    }

    private static String text(@Nullable String typed) {
        return VietnameseText.nfc(Objects.requireNonNullElse(typed, "")).strip();
    }
}
