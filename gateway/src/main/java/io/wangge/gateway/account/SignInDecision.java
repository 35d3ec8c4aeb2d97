package io.wangge.gateway.account;

import io.wangge.contracts.Refused;
import io.wangge.contracts.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/** What became of one try to sign in. */
public sealed interface SignInDecision {

    /** @param event goes on record with the new state, in one write */
    record Granted(SignInRecord after, AuditEvent event) implements SignInDecision {}

    /** @param event null when there is nothing new to write: the account was locked before */
    record Rejected(SignInRecord after, @Nullable AuditEvent event, Refused why) implements SignInDecision {}
}
