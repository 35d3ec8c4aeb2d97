package io.wangge.systemtests.demo;

/** Something became other than it should. The message says what, in Chinese and English. */
final class NotAsItShould extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAsItShould(String zh, String en) {
        super(zh + " · " + en);
    }

    static void unless(boolean asItShould, String zh, String en) {
        if (!asItShould) {
            throw new NotAsItShould(zh, en);
        }
    }
}
