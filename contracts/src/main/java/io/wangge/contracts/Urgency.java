package io.wangge.contracts;

/** How soon a matter needs someone: 一般 or 紧急. */
public enum Urgency {
    NORMAL,
    EMERGENCY
}
