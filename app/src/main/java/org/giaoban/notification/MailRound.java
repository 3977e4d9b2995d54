package org.giaoban.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends the mails that wait, where a mail server is set. */
@Component
class MailRound {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    private final MailPost post;
    private final ObjectProvider<JavaMailSender> server;
    private final MailSettings settings;

    MailRound(MailPost post, ObjectProvider<JavaMailSender> server, MailSettings settings) {
        this.post = post;
        this.server = server;
        this.settings = settings;
    }

    void run() {
        var sender = server.getIfAvailable();
        if (sender == null) {
            return;
        }
        for (var bag = post.take(); !bag.mails().isEmpty(); bag = post.take()) {
            for (var mail : bag.mails()) {
                var address = bag.addresses().get(mail.account());
                if (address != null && delivered(sender, mail, address)) {
                    post.putAway(mail.id());
                }
            }
        }
    }

    private boolean delivered(JavaMailSender sender, MailRepository.Outgoing mail, String address) {
        try {
            sender.send(message -> write(message, mail, address));
            return true;
        } catch (MailException e) {
            LOG.warn("Mail {} to account {} was not taken", mail.id(), mail.account(), e);
            return false;
        }
    }

    private void write(MimeMessage message, MailRepository.Outgoing mail, String address) throws MessagingException {
        var calendar = mail.calendar();
        var helper = new MimeMessageHelper(message, calendar != null, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(address);
        helper.setSubject(mail.subject());
        helper.setText(mail.body());
        if (calendar != null) {
            var type = "text/calendar; method=" + mail.method() + "; charset=UTF-8";
            helper.addAttachment(
                    "invite.ics", new ByteArrayDataSource(calendar.getBytes(StandardCharsets.UTF_8), type));
        }
        message.setHeader("Message-ID", "<mail." + mail.id() + "@giaoban>");
        message.setHeader("Auto-Submitted", "auto-generated");
    }
}
