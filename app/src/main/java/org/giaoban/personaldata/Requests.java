package org.giaoban.personaldata;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.personaldata.RequestPath.Act;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Zone;
import org.giaoban.platform.personal.PersonalTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done with requests. Each deed holds its row, so of two that decide at once the second is told. */
@Service
@Transactional
class Requests {

    static final int LONGEST = 4_000;
    static final int LONGEST_REASON = 1_000;

    private final RequestRepository repository;
    private final RequestPath path;
    private final RequestNotices notices;
    private final Restrictions restrictions;
    private final Consents consents;
    private final Clocks clocks;
    private final RequestRights rights;

    Requests(
            RequestRepository repository,
            RequestPath path,
            RequestNotices notices,
            Restrictions restrictions,
            Consents consents,
            Clocks clocks,
            RequestRights rights) {
        this.repository = repository;
        this.path = path;
        this.notices = notices;
        this.restrictions = restrictions;
        this.consents = consents;
        this.clocks = clocks;
        this.rights = rights;
    }

    /** The same form sent twice is one request, and so is the same kind asked while one is open. */
    UUID raise(Holder holder, Request.Asked asked, UUID once) {
        if (repository.find(once).isPresent()) {
            return once;
        }
        repository.openOne(holder.key(), asked.kind()).ifPresent(open -> {
            throw new Refused("personaldata.refused.open", open.number().text());
        });
        var now = rights.now();
        var today = LocalDate.ofInstant(now, Zone.ID);
        var rule = clocks.on(today);
        var answer = rule.answer().lastDay(now, rights.calendar());
        var perform = today.plusDays(rule.of(asked.kind()).days());
        var number = new Request.Number(
                holder.keeper(), today.getYear(), repository.number(holder.keeper(), "REQUEST", today.getYear()));
        var one = new Request(
                once,
                number,
                new Request.Asker(holder.key(), holder.person(), holder.account(), holder.name()),
                new Request.Asked(asked.kind(), said(asked.body(), LONGEST), asked.channel()),
                new Request.Dates(now, answer, perform.isBefore(answer) ? answer : perform, null, null),
                new Request.Course(Request.State.RECEIVED, null, null, null),
                0);
        repository.insert(one);
        path.write(one, Act.RECEIVE, null);
        notices.received(one);
        return once;
    }

    /** Says that it was taken on and by when it will be done: the answer the law asks for within two working days. */
    void accept(UUID id) {
        handle(id, Act.ACCEPT, null, one -> one.accepted(rights.now()));
    }

    void refuse(UUID id, String reason) {
        var text = said(reason, LONGEST);
        handle(id, Act.REFUSE, text, one -> one.refused(rights.now(), text));
    }

    void extend(UUID id, String reason) {
        var text = said(reason, LONGEST_REASON);
        handle(
                id,
                Act.EXTEND,
                text,
                one -> one.extended(
                        clocks.on(LocalDate.ofInstant(one.dates().received(), Zone.ID))
                                .of(one.asked().kind())
                                .extended(),
                        rights.today(),
                        text));
    }

    void finish(UUID id, String outcome) {
        var text = said(outcome, LONGEST);
        var done = handle(id, Act.FINISH, text, one -> {
            if (one.asked().kind() == RequestKind.ERASE) {
                throw new Refused("personaldata.refused.erase-here");
            }
            return one.finished(rights.now(), text);
        });
        if (done.asked().kind() == RequestKind.RESTRICT) {
            restrictions.put(done, rights.now());
        }
        var account = done.asker().account();
        if (done.asked().kind() == RequestKind.WITHDRAW && account != null) {
            consents.withdrawAll(account);
        }
    }

    /** What was restricted may be changed again. */
    void lift(UUID id) {
        var one = repository.lock(id).filter(rights::handles).orElseThrow(() -> new NotFound(id));
        var person = one.asker().person();
        if (person == null || one.asked().kind() != RequestKind.RESTRICT) {
            throw new Refused("personaldata.refused.state");
        }
        restrictions.lift(person);
        path.write(one, Act.LIFT, null);
    }

    /** The person no longer asks. */
    void takeBack(UUID id) {
        var one = repository.lock(id).filter(rights::owns).orElseThrow(() -> new NotFound(id));
        var back = one.takenBack(rights.now());
        repository.update(back);
        path.write(back, Act.TAKE_BACK, null);
    }

    /** Erased: nothing is told to anybody, and the words of the request go with the person. */
    void erased(UUID id) {
        var one = repository.lock(id).orElseThrow(() -> new NotFound(id));
        var done = one.finished(rights.now(), PersonalTable.NOTHING);
        repository.update(done);
        path.write(done, Act.ERASE, null);
    }

    /** The whole file was made for the person by those who answer. */
    void handedOut(UUID id, String format) {
        var one = repository.lock(id).filter(rights::handles).orElseThrow(() -> new NotFound(id));
        path.write(one, Act.HAND_OUT, format);
    }

    @Transactional(readOnly = true)
    boolean known(UUID id) {
        return repository.find(id).isPresent();
    }

    @Transactional(readOnly = true)
    Request get(UUID id) {
        return repository
                .find(id)
                .filter(one -> rights.handles(one) || rights.owns(one))
                .orElseThrow(() -> new NotFound(id));
    }

    @Transactional(readOnly = true)
    List<RequestPath.Step> path(UUID id) {
        return path.of(id);
    }

    private Request handle(UUID id, Act act, @Nullable String text, UnaryOperator<Request> deed) {
        var one = repository.lock(id).filter(rights::handles).orElseThrow(() -> new NotFound(id));
        var changed = deed.apply(one);
        repository.update(changed);
        path.write(changed, act, text);
        notices.told(changed, act);
        return changed;
    }

    static String said(String typed, int longest) {
        var text = VietnameseText.nfc(typed).strip();
        if (text.isEmpty() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw new Refused("personaldata.refused.say", longest);
        }
        return text;
    }
}
