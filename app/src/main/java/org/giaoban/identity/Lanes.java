package org.giaoban.identity;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The places at which requests are served: for everybody, of those some for visitors who read or search and for programs, and some apart for logging in. */
@Component
class Lanes {

    private static final int TO_LOG_IN = 8;

    /** Whoever has typed a password is let in before others are shown where to type it. */
    private static final Duration TO_LOG_IN_PATIENCE = Duration.ofMillis(400);

    private static final int LEAST_IN_CROWD = 4;

    /** Visitors who search in line for one place: with more of them who came last would be served too late. */
    private static final int WAITING_EACH = 1;

    /** Programs in line for one place: they come again by themselves. */
    private static final int PROGRAMS_WAITING_EACH = 16;

    private final Lane everybody;
    private final Lane visitors;
    private final Lane pages;
    private final Lane programs;
    private final Lane logIn;
    private final Duration patience;

    Lanes(
            @Value("${giaoban.places:64}") int places,
            @Value("${giaoban.visitor-places:8}") int visitorPlaces,
            @Value("${giaoban.crowd-places:0}") int crowdPlaces,
            @Value("${giaoban.program-places:0}") int programPlaces,
            @Value("${giaoban.patience:3s}") Duration patience) {
        var processors = Runtime.getRuntime().availableProcessors();
        var inCrowd = crowdPlaces > 0 ? crowdPlaces : Math.max(LEAST_IN_CROWD, LEAST_IN_CROWD * processors);
        everybody = new Lane(places, inCrowd);
        var reading = Math.min(visitorPlaces, inCrowd);
        visitors = new Lane(visitorPlaces, reading, WAITING_EACH * visitorPlaces);
        pages = new Lane(visitorPlaces, reading);
        var sending = programPlaces > 0 ? programPlaces : LEAST_IN_CROWD * processors;
        programs = Lane.steady(sending, PROGRAMS_WAITING_EACH * sending);
        logIn = new Lane(TO_LOG_IN, 1 + processors, Integer.MAX_VALUE, TO_LOG_IN_PATIENCE);
        this.patience = patience;
    }

    Lane everybody() {
        return everybody;
    }

    Lane visitors() {
        return visitors;
    }

    /** Where pages are made that are kept afterwards. */
    Lane pages() {
        return pages;
    }

    /** Where programs work: side by side they would not be done earlier, and some of them much later. */
    Lane programs() {
        return programs;
    }

    Lane logIn() {
        return logIn;
    }

    /** How long somebody who works waits for a place. */
    Duration patience() {
        return patience;
    }
}
