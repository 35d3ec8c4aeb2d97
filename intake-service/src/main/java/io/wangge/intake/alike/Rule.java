package io.wangge.intake.alike;

import java.time.Duration;

/**
 * When two reports may be of one matter (domain.md, Possible duplicate); data of the deployment.
 *
 * @param metres at most between the two places
 * @param within at most between the two receipts
 * @param wording from which share of common words on, 0 to 1, two texts are alike; asked for only where the subclass or the
 *     place of one of them is not known
 */
public record Rule(int metres, Duration within, double wording) {}
