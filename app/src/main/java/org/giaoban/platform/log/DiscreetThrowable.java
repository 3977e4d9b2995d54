package org.giaoban.platform.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A failure whose sentence has been gone over; where it happened stays. */
record DiscreetThrowable(IThrowableProxy failure) implements IThrowableProxy {

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy failure) {
        return failure == null ? null : new DiscreetThrowable(failure);
    }

    @Override
    public @Nullable String getMessage() {
        return Discretion.ofNullable(failure.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
        return Discretion.ofNullable(failure.getOverridingMessage());
    }

    @Override
    public String getClassName() {
        return failure.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return failure.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return failure.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return of(failure.getCause());
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Arrays.stream(failure.getSuppressed())
                .map(DiscreetThrowable::new)
                .toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return failure.isCyclic();
    }
}
