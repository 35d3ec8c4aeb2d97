package io.wangge.ledger;

/** By which this replica holds the sealer's place, unlike any other's. */
record SealerName(String name) {}
