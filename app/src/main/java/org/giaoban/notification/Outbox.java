package org.giaoban.notification;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Mail of one sort that waits for the post: taken and put away in short transactions, for mail must not hold one open. */
interface Outbox<K> {

    int MOST_AT_ONCE = 50;
    int MOST_TRIES = 5;

    /** After which a mail that the server refused is tried again. */
    Duration PAUSE = Duration.ofMinutes(30);

    /** After which a server that could not be reached is asked again. */
    Duration SHORT_PAUSE = Duration.ofMinutes(5);

    /** Takes the next ones; each comes back after a pause unless it is put away as sent, so many times at most. */
    List<Parcel<K>> take();

    void putAway(K key);

    /** Nothing was tried, for there was no server to be reached: they wait on, and nothing is counted. */
    void putBack(Collection<K> keys);
}
