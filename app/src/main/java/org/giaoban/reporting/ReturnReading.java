package org.giaoban.reporting;

import java.util.List;

/** What was read of a return, from a workbook or from the screen: what can be kept, and what is wrong, cell by cell. */
record ReturnReading(Content content, List<Problem> problems) {}
