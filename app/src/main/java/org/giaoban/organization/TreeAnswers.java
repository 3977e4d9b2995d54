package org.giaoban.organization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;

/** Answers about the tree that take a walk through it, kept until the tree is another one. */
final class TreeAnswers<K, V> {

    private final long most;
    private final Weigher<K, V> weigher;
    private volatile Known<K, V> known;

    /** Keeps answers up to a weight in all. */
    TreeAnswers(long most, Weigher<K, V> weigher) {
        this.most = most;
        this.weigher = weigher;
        known = anew(TreeHistory.NONE);
    }

    private record Known<K, V>(TreeHistory history, Cache<K, V> answers) {}

    /** What is known of this very history: one that a transaction changed for itself shares nothing with the others'. */
    Cache<K, V> of(TreeHistory history) {
        var now = known;
        if (now.history() != history) {
            now = anew(history);
            known = now;
        }
        return now.answers();
    }

    private Known<K, V> anew(TreeHistory history) {
        return new Known<>(
                history,
                Caffeine.newBuilder().maximumWeight(most).weigher(weigher).build());
    }
}
