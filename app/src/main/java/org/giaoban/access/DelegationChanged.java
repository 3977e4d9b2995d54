package org.giaoban.access;

/** A delegation was given, or taken back before its time. */
public record DelegationChanged(Delegation delegation, boolean given) {}
