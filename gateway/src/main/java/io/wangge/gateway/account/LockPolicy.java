package io.wangge.gateway.account;

import java.time.Duration;

/**
 * When wrong passwords lock an account: after every {@code failures} of them, the first time for {@code firstLock}, then
 * twice as long each time, up to {@code longestLock}. A right password starts from anew.
 */
public record LockPolicy(int failures, Duration firstLock, Duration longestLock) {
    public LockPolicy {
        if (failures < 1 || firstLock.isNegative() || firstLock.isZero() || longestLock.compareTo(firstLock) < 0) {
            throw new IllegalArgumentException(
                    "A lock needs at least one failure, a positive first time, and a longest time that is not shorter");
        }
    }

    boolean locksAt(int failuresSoFar) {
        return failuresSoFar % failures == 0;
    }

    Duration lockAfter(int failuresSoFar) {
        // 2^20 times any first lock is beyond every longest lock, and does not overflow.
        int doublings = Math.min(failuresSoFar / failures - 1, 20);
        Duration lock = firstLock.multipliedBy(1L << doublings);
        return lock.compareTo(longestLock) < 0 ? lock : longestLock;
    }
}
