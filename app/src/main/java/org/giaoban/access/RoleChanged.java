package org.giaoban.access;

import java.util.Map;
import java.util.UUID;

/** What a role gives was changed; told inside the transaction that did it. */
public record RoleChanged(UUID role, String act, Map<String, String> details) {}
