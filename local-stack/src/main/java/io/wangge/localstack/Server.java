package io.wangge.localstack;

/**
 * A server that tests may break: its address and its data outlive {@link #stop}, {@link #kill} and {@link #start}.
 * None of the calls is safe from several threads at once.
 */
public interface Server {

    /** Starts it again on the same address with the same data, and returns when it can be used. Does nothing while it runs. */
    void start();

    /** Ends it in good order. */
    void stop();

    /** Ends it as {@code kill -9} does: nothing is flushed, nobody is told. */
    void kill();

    /** Holds it still: connections stay open and nothing answers, as a hung machine or a cut cable looks from outside. */
    void pause();

    /** Lets a paused server go on. */
    void resume();

    /** Whether it runs now; a paused one runs. */
    boolean isRunning();
}
