package org.giaoban.meetings;

/** What a kind asks of its meetings on a day: when they may decide, how early the invited hear, whether they are scored. */
public record KindRules(String code, String name, QuorumRule quorum, int noticeDays, boolean scoreSheet) {}
