package io.wangge.ledger.seal;

/**
 * Ed25519 (RFC 8032) over the 64 hex digits of a hash.
 *
 * @param keyId which of the published keys checks it
 * @param value base64url without padding
 */
public record Signature(String keyId, String value) {}
