package org.giaoban.reorganisation;

import java.util.List;
import org.giaoban.organization.Affected;

/** What of one module hangs on the units a plan touches. */
record PartReport(String name, String label, int total, List<Affected> affected) {}
