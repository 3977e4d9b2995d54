package org.giaoban.recommendations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.recommendations.PathRepository.Act;
import org.giaoban.recommendations.PathRepository.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a desk does with a recommendation. Each deed holds its row, so of two that decide at once the second is told. */
@Service
@Transactional
class Answering {

    private static final int LONGEST = 4_000;

    private final RecommendationRepository repository;
    private final PathRepository steps;
    private final Addressees addressees;
    private final Sights sights;
    private final Raising.Trace trace;
    private final Clock clock;

    Answering(
            RecommendationRepository repository,
            PathRepository steps,
            Addressees addressees,
            Sights sights,
            Raising.Trace trace,
            Clock clock) {
        this.repository = repository;
        this.steps = steps;
        this.addressees = addressees;
        this.sights = sights;
        this.trace = trace;
        this.clock = clock;
    }

    void takeUp(UUID id) {
        atDesk(id, Act.TAKE_UP, null, Recommendation::takenUp);
    }

    /** Final: whoever wants more asks anew. */
    void answer(UUID id, String answer) {
        var text = said(answer, "recommendations.refused.no-answer");
        atDesk(id, Act.ANSWER, text, one -> one.closed(RecommendationState.ANSWERED, text, clock.instant()));
    }

    void refuse(UUID id, String reason) {
        var text = said(reason, "recommendations.refused.no-reason");
        atDesk(id, Act.REFUSE, text, one -> one.closed(RecommendationState.REFUSED, text, clock.instant()));
    }

    /** To another desk of this level or one above. */
    void pass(UUID id, UnitId to, String note) {
        var text = note.isBlank() ? null : said(note, "recommendations.refused.no-reason");
        atDesk(id, Act.PASS, text, one -> {
            var today = LocalDate.now(clock);
            var known = addressees.onwards(one.desk().unit(), today).stream()
                    .anyMatch(desk -> desk.unit().id().equals(to));
            if (!known) {
                throw new Refused("recommendations.refused.not-a-desk");
            }
            return one.passedTo(to, today);
        });
    }

    /** To somebody outside; the desk goes on following it. */
    void passOutside(UUID id, String whom) {
        var text = said(whom, "recommendations.refused.no-addressee");
        atDesk(id, Act.PASS, text, Recommendation::passedOutside);
    }

    /** The unit no longer asks. What a return asks is taken back in the return. */
    void withdraw(UUID id) {
        var one = repository.lock(id).orElseThrow(() -> new NotFound(id));
        if (!sights.mayRaise(one.unit())) {
            throw new NotFound(id);
        }
        if (one.source().kind() == Recommendation.Source.Kind.RETURN) {
            throw new Refused("recommendations.refused.of-return");
        }
        write(one.withdrawn(), Act.WITHDRAW, null);
    }

    private void atDesk(UUID id, Act act, @Nullable String text, UnaryOperator<Recommendation> deed) {
        var one = repository.lock(id).orElseThrow(() -> new NotFound(id));
        if (!sights.mayAnswer(one)) {
            throw new NotFound(id);
        }
        write(deed.apply(one), act, text);
    }

    private void write(Recommendation changed, Act act, @Nullable String text) {
        repository.update(changed);
        steps.insert(List.of(Step.of(changed, act, clock.instant(), trace.by(), text)));
        trace.log(changed, act, text == null ? "" : text);
        trace.notices().told(changed, act);
    }

    static String said(String typed, String otherwise) {
        var text = VietnameseText.nfc(typed).strip();
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new Refused(otherwise);
        }
        return text;
    }
}
