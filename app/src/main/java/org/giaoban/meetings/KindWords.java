package org.giaoban.meetings;

import java.util.Locale;
import org.giaoban.platform.Texts;

/** How the rules of kinds of meetings are put into words. */
final class KindWords {

    private KindWords() {}

    static String nature(MeetingKind.Nature nature) {
        return Texts.text("meetings.nature." + nature.name().toLowerCase(Locale.ROOT));
    }

    static String quorum(QuorumRule rule) {
        if (rule.base() == QuorumRule.Base.NONE) {
            return Texts.text("meetings.quorum.none");
        }
        return Texts.text(
                rule.strict() ? "meetings.quorum.more" : "meetings.quorum.least",
                rule.numerator() + "/" + rule.denominator(),
                base(rule.base()));
    }

    static String base(QuorumRule.Base base) {
        return Texts.text("meetings.quorum.base." + base.name().toLowerCase(Locale.ROOT));
    }

    static String who(InvitationRule.Who who) {
        return Texts.text("meetings.who." + who.name().toLowerCase(Locale.ROOT));
    }
}
