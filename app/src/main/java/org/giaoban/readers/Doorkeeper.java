package org.giaoban.readers;

import java.util.Optional;
import org.giaoban.identity.Turns;
import org.springframework.stereotype.Service;

/** Lets a form in when it shows that a person sends it, and not too often. */
@Service
class Doorkeeper {

    private final Challenges challenges;
    private final Questions questions;
    private final Turns turns;
    private final Marks marks;
    private final ReaderRulebook rulebook;

    Doorkeeper(Challenges challenges, Questions questions, Turns turns, Marks marks, ReaderRulebook rulebook) {
        this.challenges = challenges;
        this.questions = questions;
        this.turns = turns;
        this.marks = marks;
        this.rulebook = rulebook;
    }

    /** The text key of what is wrong; empty when the form may come in. The proof is used up by it. */
    Optional<String> refusal(String kind, Sender sender, Proof proof) {
        if (!proven(sender, proof)) {
            return Optional.of(
                    proof.work().isEmpty() && proof.answer().isEmpty()
                            ? "readers.proof.missing"
                            : "readers.proof.wrong");
        }
        return mayStill(kind, sender) ? Optional.empty() : Optional.of("readers.too-often");
    }

    /** Whether this sender may do that once more now. */
    boolean mayStill(String kind, Sender sender) {
        return turns.take(
                "readers " + kind, marks.turn(sender), rulebook.today().turns(kind));
    }

    private boolean proven(Sender sender, Proof proof) {
        if (!proof.work().isEmpty()) {
            return challenges.spend(proof.work());
        }
        return !proof.answer().isEmpty()
                && mayStill("question", sender)
                && questions.spend(proof.asked(), proof.answer());
    }
}
