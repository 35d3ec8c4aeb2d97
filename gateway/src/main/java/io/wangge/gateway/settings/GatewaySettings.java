package io.wangge.gateway.settings;

import io.wangge.kit.settings.StartRefused;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gateway needs beside the settings that every service has ({@code grid.*}, or {@code GRID_*} in the environment).
 *
 * @param demoPassword of every demo account; needed with demo data
 * @param firstAdmin staff id of the administrator who gets the first account of all; none by default
 * @param firstAdminPassword with which that one signs in for the first time, and then chooses another
 * @param webDir folder of static pages that comes before those in the jar, for work on the pages
 * @param keySecret when given, private keys stand encrypted in the database; the same on every replica
 */
@ConfigurationProperties("grid")
public record GatewaySettings(
        @DefaultValue("http://127.0.0.1:8081") URI intakeUri,
        @DefaultValue("http://127.0.0.1:8082") URI dispatchUri,
        @DefaultValue("http://127.0.0.1:8083") URI ledgerUri,
        @Nullable String demoPassword,
        @Nullable String firstAdmin,
        @Nullable String firstAdminPassword,
        @Nullable Path webDir,
        @Nullable String keySecret,
        @DefaultValue Tokens tokens,
        @DefaultValue SignIns signIn,
        @DefaultValue SessionTimes session,
        @DefaultValue Limits limits,
        @DefaultValue Guests guests,
        @DefaultValue Screens screens,
        @DefaultValue Maps map) {

    public GatewaySettings {
        absolute("grid.intake-uri", intakeUri);
        absolute("grid.dispatch-uri", dispatchUri);
        absolute("grid.ledger-uri", ledgerUri);
    }

    /**
     * @param lifetime of an access token
     * @param rotateAfter age at which a new signing key is made
     * @param announce how long a new key is published before it signs, so that every replica and service knows it
     */
    public record Tokens(
            @DefaultValue("15m") Duration lifetime,
            @DefaultValue("30d") Duration rotateAfter,
            @DefaultValue("2m") Duration announce) {
        public Tokens {
            positive("grid.tokens.lifetime", lifetime);
            positive("grid.tokens.rotate-after", rotateAfter);
            StartRefused.unless(
                    rotateAfter.compareTo(announce) > 0,
                    "grid.tokens.rotate-after",
                    rotateAfter,
                    "it must be longer than grid.tokens.announce");
        }
    }

    /**
     * @param failures wrong passwords that lock an account
     * @param firstLock how long the first time; doubled each further time up to {@code longestLock}
     * @param perAddress tries that one address has at once, refilled by {@code perAddressPerMinute}
     * @param perName tries on one user name at once, refilled by {@code perNamePerMinute}
     * @param hashingThreads how many passwords are checked side by side; each takes a processor for about 60 ms
     * @param oneTimeLasts how long a password that an administrator gave out is good for the first sign-in
     */
    public record SignIns(
            @DefaultValue("5") int failures,
            @DefaultValue("5m") Duration firstLock,
            @DefaultValue("1h") Duration longestLock,
            @DefaultValue("120") int perAddress,
            @DefaultValue("120") int perAddressPerMinute,
            @DefaultValue("30") int perName,
            @DefaultValue("30") int perNamePerMinute,
            @DefaultValue("2") int hashingThreads,
            @DefaultValue("3d") Duration oneTimeLasts) {
        public SignIns {
            atLeastOne("grid.sign-in.failures", failures);
            atLeastOne("grid.sign-in.per-address", perAddress);
            atLeastOne("grid.sign-in.per-address-per-minute", perAddressPerMinute);
            atLeastOne("grid.sign-in.per-name", perName);
            atLeastOne("grid.sign-in.per-name-per-minute", perNamePerMinute);
            atLeastOne("grid.sign-in.hashing-threads", hashingThreads);
            positive("grid.sign-in.first-lock", firstLock);
            positive("grid.sign-in.one-time-lasts", oneTimeLasts);
        }
    }

    /** As {@link io.wangge.gateway.session.SessionPolicy}. */
    public record SessionTimes(
            @DefaultValue("12h") Duration idle,
            @DefaultValue("7d") Duration longest,
            @DefaultValue("20s") Duration grace) {
        public SessionTimes {
            positive("grid.session.idle", idle);
            positive("grid.session.longest", longest);
        }
    }

    /**
     * @param codeLasts how long the code of a screen on a wall may be typed
     * @param signedInFor how long a screen stays signed in; whoever gave it out may revoke it at any time
     */
    public record Screens(
            @DefaultValue("15m") Duration codeLasts,
            @DefaultValue("365d") Duration signedInFor) {
        public Screens {
            positive("grid.screens.code-lasts", codeLasts);
            positive("grid.screens.signed-in-for", signedInFor);
        }
    }

    /**
     * What one address may do without an account; a household, a school or a village may stand behind it.
     *
     * @param codesPerHour codes that are asked for; each costs a message
     * @param triesPerHour codes that are tried
     * @param reportsPerHour reports
     * @param photosPerHour photos that are sent
     */
    public record Guests(
            @DefaultValue("20") int codesPerHour,
            @DefaultValue("60") int triesPerHour,
            @DefaultValue("60") int reportsPerHour,
            @DefaultValue("200") int photosPerHour) {
        public Guests {
            atLeastOne("grid.guests.codes-per-hour", codesPerHour);
            atLeastOne("grid.guests.tries-per-hour", triesPerHour);
            atLeastOne("grid.guests.reports-per-hour", reportsPerHour);
            atLeastOne("grid.guests.photos-per-hour", photosPerHour);
        }
    }

    /**
     * @param burst calls that one member of staff has at once; generous, it only stops a client gone wild
     * @param perSecond how many come back each second
     * @param bodyBytes largest body of a request
     * @param uploadBytes largest piece of an upload
     * @param syncBytes largest batch of queued reports
     * @param importBytes largest table to import
     * @param mediaBytes largest request of Open311, which brings its photos along
     * @param publicBurst calls that one address outside has at once on what is open to everybody
     * @param publicPerMinute how many come back each minute
     */
    public record Limits(
            @DefaultValue("4000") int burst,
            @DefaultValue("2000") int perSecond,
            @DefaultValue("1048576") int bodyBytes,
            @DefaultValue("11534336") int uploadBytes,
            @DefaultValue("4194304") int syncBytes,
            @DefaultValue("33554432") int importBytes,
            @DefaultValue("54525952") int mediaBytes,
            @DefaultValue("300") int publicBurst,
            @DefaultValue("600") int publicPerMinute) {
        public Limits {
            atLeastOne("grid.limits.burst", burst);
            atLeastOne("grid.limits.per-second", perSecond);
            atLeastOne("grid.limits.body-bytes", bodyBytes);
            atLeastOne("grid.limits.public-burst", publicBurst);
            atLeastOne("grid.limits.public-per-minute", publicPerMinute);
        }
    }

    private static void absolute(String name, URI uri) {
        StartRefused.unless(
                uri.isAbsolute() && uri.getHost() != null,
                name,
                uri,
                "it must be an address such as http://127.0.0.1:8081");
    }

    private static void atLeastOne(String name, int value) {
        StartRefused.unless(value >= 1, name, value, "it must be at least 1");
    }

    private static void positive(String name, Duration value) {
        StartRefused.unless(value.isPositive(), name, value, "it must be longer than nothing");
    }
}
