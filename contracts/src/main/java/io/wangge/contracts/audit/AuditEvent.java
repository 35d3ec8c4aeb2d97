package io.wangge.contracts.audit;

import io.wangge.contracts.Event;
import org.jspecify.annotations.Nullable;

/** Events of the stream {@code account/ID}. */
public sealed interface AuditEvent extends Event {

    record SignedIn(String accountId, String staffId) implements AuditEvent {}

    /** @param code such as {@code wrong-password}, {@code locked} */
    record SignInRefused(String accountId, @Nullable String staffId, String code) implements AuditEvent {}

    record SignedOut(String accountId, String staffId) implements AuditEvent {}
}
