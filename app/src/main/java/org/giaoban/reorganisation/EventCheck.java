package org.giaoban.reorganisation;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;

/** Tidies an event as entered and refuses what no tree can make sense of. */
final class EventCheck {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,31}");
    private static final int NAME = 200;
    private static final int SHORT_NAME = 80;
    private static final int DOCUMENT = 300;
    private static final int NOTE = 2000;

    private EventCheck() {}

    static NewEvent tidy(NewEvent entered) {
        var event = new NewEvent(
                entered.kind(),
                text(entered.document(), DOCUMENT),
                text(entered.note(), NOTE),
                entered.from().stream().map(EventCheck::tidy).toList(),
                entered.to().stream().map(EventCheck::tidy).toList());
        numbers(event);
        once(event.from().stream().map(Giver::code).toList());
        once(event.to().stream().map(Target::code).toList());
        said(event);
        return event;
    }

    private static Giver tidy(Giver giver) {
        return new Giver(code(giver.code()), share(giver.share()), giver.estimated());
    }

    private static Target tidy(Target target) {
        return new Target(
                code(target.code()),
                text(target.name(), NAME),
                text(target.shortName(), SHORT_NAME),
                target.kind().strip(),
                target.parent().isBlank() ? "" : code(target.parent()),
                share(target.share()),
                target.estimated());
    }

    private static String code(String typed) {
        var code = typed.strip().toUpperCase(java.util.Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw new Refused("reorganisation.refused.code", typed);
        }
        return code;
    }

    private static BigDecimal share(BigDecimal share) {
        if (share.signum() <= 0
                || share.compareTo(BigDecimal.ONE) > 0
                || share.stripTrailingZeros().scale() > 8) {
            throw new Refused("reorganisation.refused.share", share.toPlainString());
        }
        return share.stripTrailingZeros();
    }

    static String text(String typed, int most) {
        var tidy = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (tidy.length() > most) {
            throw new Refused("reorganisation.refused.too-long", most);
        }
        return tidy;
    }

    /** How many give and how many take. */
    private static void numbers(NewEvent event) {
        var from = event.from().size();
        var to = event.to().size();
        var right = switch (event.kind()) {
            case FOUND, RENAME, CHANGE_KIND, MOVE -> from == 0 && to > 0;
            case MERGE, ABSORB -> from > 0 && to == 1;
            case SPLIT -> from == 1 && to > 0;
            case DISSOLVE -> from > 0 && to <= 1;
        };
        if (!right) {
            throw new Refused("reorganisation.refused.numbers", kind(event));
        }
    }

    /** What an event of its kind must say about its targets. */
    private static void said(NewEvent event) {
        var complete = switch (event.kind()) {
            case FOUND ->
                all(event, target -> !target.name().isEmpty() && !target.kind().isEmpty());
            case RENAME -> all(event, target -> !target.name().isEmpty());
            case CHANGE_KIND -> all(event, target -> !target.kind().isEmpty());
            case MOVE -> all(event, target -> !target.parent().isEmpty());
            case ABSORB ->
                event.from().stream()
                        .noneMatch(giver -> event.to().getFirst().code().equals(giver.code()));
            case MERGE, SPLIT, DISSOLVE -> true;
        };
        if (!complete) {
            throw new Refused("reorganisation.refused.incomplete", kind(event));
        }
    }

    private static boolean all(NewEvent event, java.util.function.Predicate<Target> says) {
        return event.to().stream().allMatch(says);
    }

    private static void once(List<String> codes) {
        Set<String> seen = new HashSet<>();
        var twice = codes.stream().filter(code -> !seen.add(code)).collect(Collectors.joining(", "));
        if (!twice.isEmpty()) {
            throw new Refused("reorganisation.refused.twice", twice);
        }
    }

    private static String kind(NewEvent event) {
        return Texts.text("reorganisation.kind." + event.kind().name());
    }
}
