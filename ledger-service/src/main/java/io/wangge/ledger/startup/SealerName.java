package io.wangge.ledger.startup;

/** By which this replica holds the sealer's place, unlike any other's. */
record SealerName(String name) {}
