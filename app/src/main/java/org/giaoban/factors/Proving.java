package org.giaoban.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.factors.FactorRules.Need;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Proof;
import org.giaoban.identity.ProvenSession;
import org.giaoban.identity.StepUp;
import org.giaoban.identity.Weight;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the viewer has proved enough for what they are about to do, and how they prove more. */
@Component
class Proving {

    private final FactorRules rules;
    private final Factors factors;
    private final FactorAnswers answers;
    private final ProvenSession session;
    private final StepUp password;
    private final CurrentViewer viewer;
    private final Access access;
    private final InstantSource time;

    Proving(
            FactorRules rules,
            Factors factors,
            FactorAnswers answers,
            ProvenSession session,
            StepUp password,
            CurrentViewer viewer,
            Access access,
            MachineTime time) {
        this.rules = rules;
        this.factors = factors;
        this.answers = answers;
        this.session = session;
        this.password = password;
        this.viewer = viewer;
        this.access = access;
        this.time = time;
    }

    /** What is asked of the viewer, and what they have to answer with. */
    record Question(boolean factor, boolean owned, boolean passkey) {}

    /** A capability the viewer holds that asks for a second factor, while this session began without one. */
    Optional<Capability> lacking() {
        var weak = session.present().filter(proven -> proven.proof() == Proof.PASSWORD);
        return weak.isEmpty()
                ? Optional.empty()
                : rules.guarded().stream()
                        .filter(access::allowsAnywhere)
                        .sorted()
                        .findFirst();
    }

    boolean fresh(Weight weight) {
        var rule = rules.of(weight);
        if (rule.isEmpty()) {
            return true;
        }
        var most = Duration.ofMinutes(Optional.ofNullable(rule.get().minutes()).orElse(0));
        return session.present()
                .filter(proven -> near(proven.at(), most))
                .filter(proven ->
                        proven.proof() == Proof.FACTOR || !factor(rule.get().need()))
                .isPresent();
    }

    /** A clock that went back makes no proof good for longer. */
    private boolean near(Instant proven, Duration most) {
        return Duration.between(proven, time.instant()).abs().compareTo(most) <= 0;
    }

    /** Whoever has a second factor proves it with that; a password may have been read over their shoulder. */
    private boolean factor(Need need) {
        return need == Need.FACTOR || factors.awaited(viewer.get().account());
    }

    /** @param weight what is about to be done; null when nothing in particular is */
    Question question(@Nullable Weight weight) {
        var owned = factors.of(viewer.get().account());
        var need = weight == null
                ? Need.ANY
                : rules.of(weight).map(FactorRules.Rule::need).orElse(Need.ANY);
        return new Question(
                owned.any() || need == Need.FACTOR,
                owned.any(),
                !owned.passkeys().isEmpty());
    }

    /** Takes the proof: nothing is wrong with it, or what is, as a sentence. */
    Optional<String> take(String typed, HttpServletRequest request, HttpServletResponse response) {
        var account = viewer.get().account();
        if (factors.awaited(account)) {
            return switch (answers.take(account, typed, request)) {
                case RIGHT -> renewed(Proof.FACTOR, request, response);
                case WRONG -> Optional.of(Texts.text("factors.code.wrong"));
                case TOO_MANY -> Optional.of(Texts.text("factors.code.too-many"));
            };
        }
        try {
            return password.confirms(typed)
                    ? renewed(Proof.PASSWORD, request, response)
                    : Optional.of(Texts.text("factors.password.wrong"));
        } catch (Refused refused) {
            return Optional.of(refused.text());
        }
    }

    private Optional<String> renewed(Proof proof, HttpServletRequest request, HttpServletResponse response) {
        session.renew(proof, request, response);
        return Optional.empty();
    }
}
