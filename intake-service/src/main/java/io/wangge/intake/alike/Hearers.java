package io.wangge.intake.alike;

/** Those who hear how a case goes on. */
@FunctionalInterface
public interface Hearers {
    /** Where nobody is told anything. */
    Hearers NONE = (caseId, followerId, personId) -> {};

    /** Again is the same. @param caseId has the id of its first report @param followerId by which he came to it */
    void add(String caseId, String followerId, String personId);
}
