package org.giaoban.access;

import java.util.List;

/** One role as the profile writes it. */
record RoleBundle(String code, String vi, String en, List<Capability> capabilities) {}
