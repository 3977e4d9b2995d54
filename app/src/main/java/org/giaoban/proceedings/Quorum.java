package org.giaoban.proceedings;

import org.giaoban.meetings.QuorumRule;
import org.giaoban.meetings.QuorumRule.Base;
import org.giaoban.platform.Texts;

/**
 * Whether a meeting may decide: how many are here of how many, how many it takes.
 *
 * @param counted those here, in the room or on line, of the base
 * @param sentence the arithmetic in words
 */
public record Quorum(int counted, int base, int needed, boolean reached, String sentence) {

    static Quorum of(RollView roll, QuorumRule rule) {
        var members = rule.base() == Base.MEMBERS;
        var base = members ? roll.entitled() : roll.lines().size();
        var counted = members ? roll.votersHere() : roll.here();
        if (rule.base() == Base.NONE) {
            return new Quorum(counted, base, 0, true, Texts.text("proceedings.quorum.none", counted, base));
        }
        var share = new Fraction(rule.numerator(), rule.denominator(), rule.strict());
        var needed = share.needed(base);
        var reached = counted >= needed;
        var who = Texts.text(members ? "proceedings.quorum.of-members" : "proceedings.quorum.of-invited");
        var said = reached
                ? Texts.text("proceedings.quorum.reached", counted, base, who, share.words(), needed)
                : Texts.text("proceedings.quorum.missing", counted, base, who, share.words(), needed, needed - counted);
        return new Quorum(counted, base, needed, reached, said);
    }
}
