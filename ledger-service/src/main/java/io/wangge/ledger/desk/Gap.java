package io.wangge.ledger.desk;

import java.time.Instant;

/**
 * 缺号: events of a stream that came while a predecessor is missing.
 *
 * @param missingFrom first seq that is missing
 * @param missingTo seq before the first that waits
 * @param waiting how many wait for it
 * @param since when the first of them came
 */
public record Gap(String stream, long missingFrom, long missingTo, long waiting, Instant since) {}
