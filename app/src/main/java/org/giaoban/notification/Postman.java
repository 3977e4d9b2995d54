package org.giaoban.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mails the lists of reminders that wait, where a mail server is set. */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final DigestPost post;
    private final ObjectProvider<JavaMailSender> server;
    private final MailSettings settings;

    Postman(DigestPost post, ObjectProvider<JavaMailSender> server, MailSettings settings) {
        this.post = post;
        this.server = server;
        this.settings = settings;
    }

    /** One round; gives how many were sent. What the server did not take is tried again later. */
    int round() {
        var sender = server.getIfAvailable();
        return sender == null ? 0 : round(sender);
    }

    private int round(JavaMailSender sender) {
        var sent = 0;
        for (var letters = post.take(); !letters.isEmpty(); letters = post.take()) {
            for (var letter : letters) {
                if (delivered(sender, letter)) {
                    post.putAway(letter);
                    sent++;
                }
            }
        }
        return sent;
    }

    private boolean delivered(JavaMailSender sender, Letter letter) {
        try {
            sender.send(message -> write(message, letter));
            return true;
        } catch (MailException e) {
            LOG.warn(
                    "Mail of {} to account {} was not taken",
                    letter.key().day(),
                    letter.key().account(),
                    e);
            return false;
        }
    }

    private void write(MimeMessage message, Letter letter) throws MessagingException {
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(letter.address());
        helper.setSubject(letter.subject(settings.language()));
        helper.setText(letter.body(settings.language(), settings.site()));
        message.setHeader("Message-ID", letter.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
    }
}
