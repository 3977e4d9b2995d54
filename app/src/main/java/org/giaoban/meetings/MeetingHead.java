package org.giaoban.meetings;

import java.util.Map;

/** What stands above every page of a meeting: its line, its unit, and the pages by address. */
public record MeetingHead(MeetingLine line, String unitName, Map<String, String> tabs, boolean runs) {}
