package org.giaoban.reporting;

/** Something a unit asks of somebody above in its return. */
record Request(String text, String addressee) {}
