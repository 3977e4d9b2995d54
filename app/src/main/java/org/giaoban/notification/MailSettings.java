package org.giaoban.notification;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is written; the server it goes through is set by {@code spring.mail.*}.
 *
 * @param from the sender's address
 * @param site the address of this installation, which links in mails begin with
 * @param language the language of mails
 */
@ConfigurationProperties("giaoban.mail")
record MailSettings(
        @DefaultValue("giaoban@localhost") String from,
        @DefaultValue("http://localhost:8080") String site,
        @DefaultValue("vi") Locale language) {}
