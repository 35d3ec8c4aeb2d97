package io.wangge.intake.desk;

/** What must not be guessed. */
public interface RandomSource {
    /** Random, for the hash of one erasable text. */
    String salt();

    /** UUID of somebody new; says nothing of the person. */
    String personId();

    /** Of kept bytes; says nothing of them. */
    default String blobId() {
        return personId();
    }
}
