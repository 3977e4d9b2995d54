package org.giaoban.factors;

import jakarta.servlet.http.HttpServletRequest;
import org.giaoban.factors.Factors.Verdict;
import org.giaoban.kernel.AccountId;
import org.springframework.stereotype.Component;

/** Takes whatever somebody answers with: a code that was typed, or what a passkey signed, which comes in the same field. */
@Component
class FactorAnswers {

    private final Factors factors;
    private final Passkeys passkeys;

    FactorAnswers(Factors factors, Passkeys passkeys) {
        this.factors = factors;
        this.passkeys = passkeys;
    }

    Verdict take(AccountId account, String answer, HttpServletRequest request) {
        if (!answer.startsWith("{")) {
            return factors.check(account, answer);
        }
        return passkeys.shown(answer, request).filter(account::equals).isPresent()
                ? Verdict.RIGHT
                : factors.refused(account);
    }
}
