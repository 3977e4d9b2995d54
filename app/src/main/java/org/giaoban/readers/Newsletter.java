package org.giaoban.readers;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.Uuid7;
import org.giaoban.notification.OutsideMail;
import org.giaoban.notification.OutsideMails;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.SettingStore;
import org.giaoban.platform.SiteAddress;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who gets letters: asked for twice, ended with one click, and nobody learns who is on the list. */
@Service
@Transactional
class Newsletter {

    static final String LEAVE = "/ban-tin/huy/";
    static final String CONFIRM = "/ban-tin/xac-nhan/";

    private final SubscriberRepository subscribers;
    private final OutsideMails mails;
    private final SiteAddress site;
    private final SettingStore settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Newsletter(
            SubscriberRepository subscribers,
            OutsideMails mails,
            SiteAddress site,
            SettingStore settings,
            Clock clock) {
        this.subscribers = subscribers;
        this.mails = mails;
        this.site = site;
        this.settings = settings;
        this.clock = clock;
    }

    boolean possible() {
        return mails.possible();
    }

    /** Whoever asks sees the same answer, on the list or not; the mailbox's owner is told which. */
    void ask(String address, Pace pace) {
        var known = subscribers.byAddress(address);
        if (known.isPresent() && known.get().confirmed()) {
            mails.sendAll(List.of(letter(known.get(), "readers.mail.known-subject", "readers.mail.known")));
            return;
        }
        var asked = known.orElseGet(() -> fresh(address, pace));
        if (known.isPresent() || subscribers.insert(asked, clock.instant())) {
            subscribers.pace(asked.id(), pace, Texts.language());
            mails.sendAll(List.of(letter(asked, "readers.mail.confirm-subject", "readers.mail.confirm")));
        }
    }

    private Subscriber fresh(String address, Pace pace) {
        var token = new byte[16];
        random.nextBytes(token);
        return new Subscriber(
                Uuid7.next(), address, pace, Texts.language(), HexFormat.of().formatHex(token), null);
    }

    /** Once an hour and address at most: nobody's mailbox is filled by others. */
    private OutsideMail letter(Subscriber to, String subject, String key) {
        var locale = to.locale();
        var name = settings.value("site.name", Texts.text(locale, "platform.site.name"));
        var link = site.of((to.confirmed() ? LEAVE : CONFIRM) + to.token());
        var hour = clock.instant().getEpochSecond() / 3600;
        return new OutsideMail(
                to.address(),
                Texts.text(locale, subject, name),
                Texts.text(locale, key, name, link, to.pace().words()),
                null,
                key + " " + hour);
    }

    @Transactional(readOnly = true)
    Optional<Subscriber> find(String token) {
        return subscribers.byToken(token);
    }

    void confirm(String token) {
        var subscriber = subscribers.byToken(token).orElseThrow(() -> new NotFound("newsletter"));
        subscribers.confirm(subscriber.id(), clock.instant());
    }

    /** The address is erased wherever it stood; asking again does nothing. */
    void leave(String token) {
        subscribers.byToken(token).ifPresent(subscriber -> {
            subscribers.delete(subscriber.id());
            mails.forget(subscriber.address());
        });
    }

    /** How many get letters, and the last ones; whose addresses they are is shown to nobody. */
    record Standing(int daily, int weekly, int unconfirmed, List<SubscriberRepository.Issue> issues) {}

    @Transactional(readOnly = true)
    Standing standing() {
        return new Standing(
                subscribers.count(Pace.DAILY),
                subscribers.count(Pace.WEEKLY),
                subscribers.unconfirmed(),
                subscribers.newest(20));
    }
}
