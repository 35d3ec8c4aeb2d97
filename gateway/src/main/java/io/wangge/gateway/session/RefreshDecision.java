package io.wangge.gateway.session;

/** What a refresh gets. */
public sealed interface RefreshDecision {
    /** A new access token and a new secret. */
    record Rotated(Session after) implements RefreshDecision {}

    /** A new access token; the browser has the newest secret from its other tab already. */
    record Kept() implements RefreshDecision {}

    /** The session is over for this caller only. */
    record Ended() implements RefreshDecision {}

    /** A secret came back that was replaced long ago: somebody copied it, so the session ends for both. */
    record Stolen() implements RefreshDecision {}
}
