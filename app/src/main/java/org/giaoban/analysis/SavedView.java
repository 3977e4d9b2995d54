package org.giaoban.analysis;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;

/** A view somebody keeps under a name. */
record SavedView(UUID id, UnitId unit, AccountId owner, String name, String address, boolean shared, Instant savedAt) {}
