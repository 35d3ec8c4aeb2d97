package io.wangge.contracts;

/** What an event says. Each family of events is sealed in its own room. */
public interface Event {}
