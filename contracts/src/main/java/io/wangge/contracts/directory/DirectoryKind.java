package io.wangge.contracts.directory;

/** The kinds of reference data that other services keep a copy of; each has its own version. */
public enum DirectoryKind {
    LADDER,
    UNIT,
    GRID,
    STAFF,
    CATEGORY
}
