package org.giaoban.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.giaoban.platform.Formats;
import org.giaoban.platform.PartState;
import org.giaoban.platform.PartState.Line;
import org.giaoban.platform.StateSource;
import org.giaoban.platform.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The post: whether there is a server for it, and what lies in the outboxes too long. */
@Component
@Order(35)
class MailPart implements StateSource {

    private static final Duration LONG = Duration.ofMinutes(30);
    private static final Duration LATELY = Duration.ofDays(7);

    private final ObjectProvider<JavaMailSender> server;
    private final MailRepository mails;
    private final Clock clock;

    MailPart(ObjectProvider<JavaMailSender> server, MailRepository mails, Clock clock) {
        this.server = server;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "mail";
    }

    @Override
    @Transactional(readOnly = true)
    public PartState state() {
        var now = clock.instant();
        var waiting = mails.waiting();
        var configured = server.getIfAvailable() != null;
        var place = Line.fine(
                label("server"),
                Texts.text(configured ? "notification.part.server.set" : "notification.part.server.none"));
        var post = configured ? post(waiting, now) : Line.fine(label("waiting"), Formats.number(waiting.count()));
        return new PartState(Texts.text("notification.part"), "mail", List.of(place, post, failed(now)));
    }

    private static Line post(MailRepository.Waiting waiting, Instant now) {
        var since = waiting.since();
        if (since == null) {
            return Line.fine(label("waiting"), Formats.number(0));
        }
        var value =
                Texts.text("notification.part.waiting.value", Formats.number(waiting.count()), Formats.dateTime(since));
        return since.isBefore(now.minus(LONG))
                ? Line.notice(label("waiting"), value, Texts.text("notification.part.waiting.advice"))
                : Line.fine(label("waiting"), value);
    }

    private Line failed(Instant now) {
        var failed = mails.failed(now.minus(LATELY));
        return failed == 0
                ? Line.fine(label("failed"), Formats.number(0))
                : Line.notice(label("failed"), Formats.number(failed), Texts.text("notification.part.failed.advice"));
    }

    private static String label(String what) {
        return Texts.text("notification.part." + what);
    }
}
