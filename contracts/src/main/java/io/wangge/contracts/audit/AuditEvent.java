package io.wangge.contracts.audit;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Erasable;
import io.wangge.contracts.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the stream {@code account/ID}, what was done to the ledger itself, and looks at residents' contacts. */
public sealed interface AuditEvent extends Event {

    record SignedIn(String accountId, String staffId) implements AuditEvent {}

    /** @param code such as {@code wrong-password}, {@code locked} */
    record SignInRefused(String accountId, @Nullable String staffId, String code) implements AuditEvent {}

    record SignedOut(String accountId, String staffId) implements AuditEvent {}

    /** Of the stream {@code account/ID}, as those that follow: a member of staff may sign in under this name. */
    record AccountOpened(String accountId, String staffId, Actor by) implements AuditEvent {}

    /**
     * Nobody signs in under this name any more, and all its sessions ended.
     *
     * @param reason in the words of who decided; itself no personal data
     */
    record AccountDisabled(String accountId, String staffId, Actor by, String reason) implements AuditEvent {}

    record AccountEnabled(String accountId, String staffId, Actor by) implements AuditEvent {}

    /** An administrator gave out a password for one sign-in; the one of before is worth nothing, and all sessions ended. */
    record PasswordReset(String accountId, String staffId, Actor by) implements AuditEvent {}

    /** The person chose another password; all sessions of before ended. */
    record PasswordChanged(String accountId, String staffId) implements AuditEvent {}

    /** An administrator signed the person out everywhere. */
    record SessionsEnded(String accountId, String staffId, Actor by) implements AuditEvent {}

    /**
     * Of the stream {@code reveal/ID}: a resident's contact was shown to somebody who had to call, never what it is.
     *
     * @param residentId opaque id of the person
     * @param caseId whose reporter it is; null for a call of which there is no case yet
     * @param roundId open callback round that asked for the call; null for a call
     * @param callId call of the hotline that it was for; null for a callback
     * @param reason in the words of who looked
     */
    record ContactRevealed(
            String revealId,
            String residentId,
            @Nullable String caseId,
            @Nullable String roundId,
            @Nullable String callId,
            Actor by,
            Erasable reason)
            implements AuditEvent {}

    /**
     * Of the stream {@code erasure/ID}: the texts and resident ids of a case, as far as its events lie before this one,
     * are to be forgotten.
     *
     * @param reason the legal ground; itself no personal data
     */
    record TextsErased(String caseId, Actor by, String reason) implements AuditEvent {}

    /**
     * Of the stream {@code api-key/ID}: another system may write from now on.
     *
     * @param keyId of the key, never the key itself
     * @param name of the system that holds it
     * @param scope what it may do, such as {@code open311:write}
     */
    record ApiKeyIssued(String keyId, String name, String scope, Actor by) implements AuditEvent {}

    /** The key with this id is worth nothing from now on. */
    record ApiKeyRevoked(String keyId, Actor by) implements AuditEvent {}

    /**
     * Of the stream {@code screen/ID}: somebody gave out a code with which one screen on a wall may show one unit's board.
     *
     * @param name where it hangs
     * @param unitId whose board it is
     */
    record ScreenIssued(String screenId, String name, String unitId, Actor by) implements AuditEvent {}

    /** The code was used: from now on that screen shows the board. */
    record ScreenSignedIn(String screenId, String unitId) implements AuditEvent {}

    /** The screen shows nothing any more. */
    record ScreenRevoked(String screenId, Actor by) implements AuditEvent {}

    /**
     * Of the stream {@code dead-letters/ID}: messages that a service had given up were sent to it again.
     *
     * @param service short name such as {@code dispatch}
     * @param letters {@code topic/partition/offset} of each
     */
    record DeadLettersReplayed(String service, List<String> letters, Actor by) implements AuditEvent {
        public DeadLettersReplayed {
            letters = List.copyOf(letters);
        }
    }

    /**
     * Of the stream {@code dead-letters/ID}: messages that a service had given up are not to be applied any more; their
     * copies stay on the dead letter topic.
     *
     * @param reason in the words of who decided; itself no personal data
     */
    record DeadLettersDiscarded(String service, List<String> letters, Actor by, String reason) implements AuditEvent {
        public DeadLettersDiscarded {
            letters = List.copyOf(letters);
        }
    }
}
