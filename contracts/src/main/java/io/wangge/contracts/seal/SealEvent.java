package io.wangge.contracts.seal;

import io.wangge.contracts.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events of the streams {@code seal/ledger} and {@code day/ledger}; hashes are 64 hex digits. */
public sealed interface SealEvent extends Event {

    /**
     * 封印.
     *
     * @param no from 1, without gaps
     * @param entries how many it holds
     * @param root Merkle root over its pages
     * @param prevHash hash of the seal before
     * @param keyId which public key checks the signature (Ed25519, base64url) of the hash
     */
    record Closed(
            long no,
            String day,
            Instant closedAt,
            long entries,
            String root,
            String prevHash,
            String hash,
            @Nullable String keyId,
            @Nullable String signature)
            implements SealEvent {}

    /** 日封. @param root Merkle root over the hashes of the day's seals, from {@code firstSeal} to {@code lastSeal} */
    record DayClosed(
            long no,
            String day,
            long firstSeal,
            long lastSeal,
            String root,
            String prevHash,
            String hash,
            @Nullable String keyId,
            @Nullable String signature)
            implements SealEvent {}
}
