package org.giaoban.proofreading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.VietnameseText;

/** Numbers that stand for a registered figure without being bound to it, or say another value than the register. */
final class FigureCheck implements Check {

    private static final BigDecimal NEAR = new BigDecimal("0.25");
    private static final BigDecimal CLOSE = new BigDecimal("0.05");
    private static final double ENOUGH = 0.6;
    private static final double SURE = 0.8;
    private static final int WORDS = 9;

    /** A figure beside a number, with how much of its name stands around the number. */
    private record Match(KnownFigure figure, double likeness, boolean period, boolean equal) {}

    @Override
    public void look(Reading reading) {
        if (reading.facts().figures().isEmpty()) {
            return;
        }
        for (var sentence : reading.sentences()) {
            for (var number : sentence.numbers()) {
                var passage = reading.manuscript().passages().get(sentence.passage());
                if (!passage.binds(number.from(), number.to())) {
                    best(reading, sentence, number).ifPresent(match -> say(reading, sentence, number, match));
                }
            }
        }
    }

    private static Optional<Match> best(Reading reading, Sentence sentence, FoundNumber number) {
        var around = around(reading, sentence, number);
        var words = VietnameseText.fold(sentence.text());
        return reading.facts().figures().stream()
                .filter(figure -> figure.percent() == number.percent())
                .map(figure -> match(reading, figure, number, around, words))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Match::equal)
                        .thenComparing(Match::likeness)
                        .thenComparing(Match::period));
    }

    private static Optional<Match> match(
            Reading reading, KnownFigure figure, FoundNumber number, Set<String> around, String sentence) {
        var name = names(reading, figure.name());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var shared = name.stream().filter(around::contains).count();
        var likeness = (double) shared / name.size();
        var period = sentence.contains(VietnameseText.fold(figure.period()));
        var equal = same(figure.value(), number);
        var enough = equal
                ? shared >= Math.min(2, name.size()) && likeness >= enough(number)
                : shared >= 2 && likeness >= SURE && near(figure.value(), number.value());
        return enough ? Optional.of(new Match(figure, likeness, period, equal)) : Optional.empty();
    }

    /** Small numbers are equal by chance: more of the name must stand around them. */
    private static double enough(FoundNumber number) {
        return number.value().compareTo(BigDecimal.TEN) < 0 ? SURE : ENOUGH;
    }

    private static boolean same(BigDecimal known, FoundNumber number) {
        var written = number.value();
        var slack = known.abs().multiply(CLOSE);
        return switch (number.qualifier()) {
            case EXACT ->
                known.setScale(number.decimals(), RoundingMode.HALF_UP).compareTo(written) == 0;
            case OVER ->
                written.compareTo(known) <= 0 && known.subtract(written).compareTo(slack) <= 0;
            case NEARLY ->
                written.compareTo(known) >= 0 && written.subtract(known).compareTo(slack) <= 0;
            case ABOUT -> written.subtract(known).abs().compareTo(slack) <= 0;
        };
    }

    private static boolean near(BigDecimal known, BigDecimal written) {
        return known.signum() != 0
                && known.subtract(written).abs().compareTo(known.abs().multiply(NEAR)) <= 0;
    }

    private static void say(Reading reading, Sentence sentence, FoundNumber number, Match match) {
        var figure = match.figure();
        var known = reading.number(figure.value()) + (figure.percent() ? " %" : "");
        reading.say(
                match.equal() ? Kind.FIGURE_UNBOUND : Kind.FIGURE_DIFFERS,
                new Place(sentence.passage(), number.from(), number.to()),
                List.of(new Mend(known, figure.key())),
                match.equal() ? "unbound" : "differs",
                figure.name(),
                figure.period(),
                known);
    }

    /** The words of the clause around a number, folded. */
    private static Set<String> around(Reading reading, Sentence sentence, FoundNumber number) {
        var tokens = reading.tokens(sentence.passage());
        var before = tokens.stream()
                .filter(each -> each.from() >= sentence.from() && each.to() <= number.from())
                .toList();
        var after = tokens.stream()
                .filter(each -> each.from() >= number.to() && each.to() <= sentence.to())
                .limit(WORDS)
                .toList();
        var words = new HashSet<String>();
        before.subList(Math.max(0, before.size() - WORDS), before.size())
                .forEach(each -> words.add(VietnameseText.fold(each.small())));
        after.forEach(each -> words.add(VietnameseText.fold(each.small())));
        return words;
    }

    private static Set<String> names(Reading reading, String name) {
        return Token.of(name).stream()
                .filter(each -> !reading.rules().plainWords().contains(each.small()))
                .map(each -> VietnameseText.fold(each.small()))
                .collect(Collectors.toSet());
    }
}
