package io.wangge.ledger.entry;

/**
 * A free text of an entry, kept beside it so that it can be erased: the entry holds only its salted hash.
 *
 * @param path JSON Pointer (RFC 6901) into the entry's data
 * @param salt from the producer; erased together with the value
 */
public record ErasableText(String entryId, String path, String value, String salt) {

    /** SHA-256 over the UTF-8 bytes of salt ‖ value, in hex. */
    public String hash() {
        return Sha256.hex(salt + value);
    }
}
