package org.giaoban.identity;

import org.springframework.stereotype.Service;

/** Lets the same sender do the same thing only so often in a quarter of an hour. */
@Service
public class Turns {

    private final Throttle throttle;

    Turns(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * Counts one turn, also when what it was taken for is refused afterwards; false when there were too many lately.
     *
     * @param sender whatever tells senders apart; should say nothing about them
     */
    public boolean take(String kind, String sender, int most) {
        return throttle.admitTurn(kind, sender, most);
    }
}
