package org.giaoban.platform;

/**
 * What a room says of its part of the machinery to those who keep the system running: on their screen, to the command
 * {@code state} and to monitoring. Shows no personal data. What it throws is shown as a fault.
 */
public interface StateSource {

    /** Names the part for programs: small letters and dashes. */
    String part();

    /** In the language of the one who asks. */
    PartState state();
}
