package io.wangge.contracts.callback;

/** How a resident was asked (走访台账: the mode of each visit is recorded, systems.md S12). */
public enum Mode {
    /** By a clerk, on the telephone. */
    PHONE,
    /** 上门: by a grid worker, at the door. */
    VISIT
}
