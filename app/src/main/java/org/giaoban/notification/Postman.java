package org.giaoban.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Carries what lies in the outboxes to the mail server, where one is set. */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final ObjectProvider<JavaMailSender> server;
    private final MailSettings settings;

    Postman(ObjectProvider<JavaMailSender> server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    private enum Outcome {
        TAKEN,
        REFUSED,
        UNREACHABLE
    }

    /** Empties an outbox as far as the server takes it; what it did not take is tried again later. */
    <K> void empty(Outbox<K> outbox) {
        var sender = server.getIfAvailable();
        if (sender == null) {
            return;
        }
        for (var parcels = outbox.take(); !parcels.isEmpty(); parcels = outbox.take()) {
            if (!carried(sender, outbox, parcels)) {
                return;
            }
        }
    }

    /** False when the server cannot be reached: nobody waits for every single mail to find that out. */
    private <K> boolean carried(JavaMailSender sender, Outbox<K> outbox, List<Parcel<K>> parcels) {
        for (var i = 0; i < parcels.size(); i++) {
            var parcel = parcels.get(i);
            switch (outcome(sender, parcel)) {
                case TAKEN -> outbox.putAway(parcel.key());
                case REFUSED -> LOG.debug("Mail {} stays for another try", parcel.messageId());
                case UNREACHABLE -> {
                    outbox.putBack(parcels.subList(i, parcels.size()).stream()
                            .map(Parcel::key)
                            .toList());
                    return false;
                }
            }
        }
        return true;
    }

    private Outcome outcome(JavaMailSender sender, Parcel<?> parcel) {
        try {
            sender.send(message -> write(message, parcel));
            return Outcome.TAKEN;
        } catch (MailException e) {
            LOG.warn("Mail {} was not taken", parcel.messageId(), e);
            return unreachable(e) ? Outcome.UNREACHABLE : Outcome.REFUSED;
        }
    }

    /** A refused mail is told of without a cause of its own; only a connection that failed has one. */
    private static boolean unreachable(MailException failure) {
        return failure instanceof MailAuthenticationException
                || failure instanceof MailSendException && failure.getCause() != null;
    }

    private void write(MimeMessage message, Parcel<?> parcel) throws MessagingException {
        var calendar = parcel.calendar();
        var helper = new MimeMessageHelper(message, calendar != null, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(parcel.address());
        helper.setSubject(parcel.subject());
        helper.setText(parcel.body());
        if (calendar != null) {
            var type = "text/calendar; method=" + calendar.method().name() + "; charset=UTF-8";
            var file = calendar.text().getBytes(StandardCharsets.UTF_8);
            helper.addAttachment("invite.ics", new ByteArrayDataSource(file, type));
        }
        message.setHeader("Message-ID", parcel.messageId());
        if (parcel.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + parcel.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setHeader("Auto-Submitted", "auto-generated");
    }
}
