package io.wangge.localstack;

import org.jspecify.annotations.Nullable;

/** Something on this machine stands in the way. The message is for the person at the keyboard, Chinese first. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackException(String chinese, String english) {
        this(chinese, english, null);
    }

    StackException(String chinese, String english, @Nullable Throwable cause) {
        super(chinese + System.lineSeparator() + english, cause);
    }
}
