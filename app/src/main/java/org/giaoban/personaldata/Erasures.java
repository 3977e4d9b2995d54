package org.giaoban.personaldata;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.StepUp;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.platform.personal.DataSubject;
import org.giaoban.platform.personal.PersonalTable.Fate;
import org.springframework.stereotype.Service;

/** Erases the person of a request: one transaction over every table, and a mark that survives every restore. */
@Service
class Erasures {

    private static final int MARK_BYTES = 4;

    private final Eraser eraser;
    private final ErasedStayErased marks;
    private final Requests requests;
    private final RequestPages pages;
    private final SystemWork system;
    private final StepUp stepUp;
    private final CurrentViewer viewer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Erasures(
            Eraser eraser,
            ErasedStayErased marks,
            Requests requests,
            RequestPages pages,
            SystemWork system,
            StepUp stepUp,
            CurrentViewer viewer,
            Clock clock) {
        this.eraser = eraser;
        this.marks = marks;
        this.requests = requests;
        this.pages = pages;
        this.system = system;
        this.stepUp = stepUp;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** What will happen to how many rows of a table. */
    public record Planned(String table, Fate fate, int rows) {

        public String title() {
            return Texts.text("personaldata.table." + table);
        }
    }

    /** What will happen; nothing has yet. */
    List<Planned> preview(Holder holder) {
        return system.read(() -> eraser.plan(holder.subject()));
    }

    /** Cannot be taken back, so the password is asked once more. */
    void erase(UUID requestId, String password) {
        var request = pages.handled(requestId);
        if (request.asked().kind() != RequestKind.ERASE || request.course().state() != Request.State.ACCEPTED) {
            throw new Refused("personaldata.refused.state");
        }
        if (!stepUp.confirms(password)) {
            throw new Refused("personaldata.refused.password");
        }
        var officer = viewer.get();
        var holder = pages.holder(request);
        if (holder.subject().accounts().contains(officer.account())) {
            throw new Refused("personaldata.refused.own");
        }
        var erasure = erasure(holder.subject());
        system.write(() -> {
            viewer.run(officer, () -> requests.erased(requestId));
            eraser.apply(holder.subject(), erasure);
            return erasure;
        });
        marks.keep(erasure);
    }

    private Erasure erasure(DataSubject subject) {
        var mark = new byte[MARK_BYTES];
        random.nextBytes(mark);
        return new Erasure(
                Uuid7.next(),
                subject.person(),
                List.copyOf(subject.accounts()),
                HexFormat.of().formatHex(mark),
                clock.instant());
    }
}
