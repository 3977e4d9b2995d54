package org.giaoban.proofreading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads texts by the rules in force on their day. Knows no database: what the register knows is handed in. */
@Component
public class Proofreader {

    private final Rulebook rulebook;

    Proofreader(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** What should be looked at again, blocking things first, then in the order of the text. */
    public List<Remark> read(Manuscript manuscript, Facts facts) {
        return rulebook.on(manuscript.day()).stream()
                .map(rules -> new Reading(manuscript, facts, rules))
                .flatMap(reading -> {
                    checks(manuscript).forEach(check -> check.look(reading));
                    return reading.remarks().stream();
                })
                .toList();
    }

    /** Titles and syllables are those of Vietnamese; the rest holds in any language. */
    private List<Check> checks(Manuscript manuscript) {
        var checks = new ArrayList<Check>(List.of(
                new UnicodeCheck(),
                new DateCheck(),
                new TermCheck(),
                new SumCheck(),
                new ShareCheck(),
                new FigureCheck(),
                new DoubledCheck()));
        if (!manuscript.english()) {
            checks.add(new TitleCheck());
            checks.add(new SpellingCheck(rulebook.syllables()));
        }
        return checks;
    }

    /** The numbers of a passage that count something, dates and numbers of papers aside. */
    public List<FoundNumber> numbers(Passage passage) {
        return rulebook.on(LocalDate.MAX).stream()
                .flatMap(rules -> new Numbers(rules.naming()).in(passage.text()).stream())
                .toList();
    }

    /** Whether a remark of this kind keeps a text back on that day. */
    public Severity severity(Kind kind, LocalDate day) {
        return rulebook.on(day).stream()
                .map(rules -> rules.severity(kind))
                .findFirst()
                .orElse(Severity.WARNS);
    }
}
