package io.wangge.dispatch.casefile;

import io.wangge.dispatch.clock.Limit;

/**
 * What a district may set about all its cases.
 *
 * @param dispatchEmergency how long an emergency may wait for the dispatcher
 * @param dispatchOther how long anything else may
 * @param decision how long the inspector may take
 * @param callback how long after completion the resident is asked
 * @param onSpotCallbackPercent how many of a hundred matters settled on the spot are called back
 */
public record CasePolicy(
        Limit dispatchEmergency, Limit dispatchOther, Limit decision, Limit callback, int onSpotCallbackPercent) {}
