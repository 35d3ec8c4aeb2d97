package io.wangge.gateway.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.Envelope;
import io.wangge.contracts.Refused;
import io.wangge.contracts.Streams;
import io.wangge.contracts.audit.AuditEvent;
import io.wangge.contracts.directory.Directory;
import io.wangge.gateway.screen.Screen;
import io.wangge.gateway.screen.ScreenReach;
import io.wangge.gateway.screen.ScreenShelf;
import io.wangge.gateway.signing.AccessTokens;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.store.Commit;
import io.wangge.kit.store.Stored;
import io.wangge.kit.store.StreamStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes for screens are given out, used once, and revoked; each of it stands in the ledger. Every call blocks. */
public final class ScreenDesk {
    /** Without those that are read wrong from across a room: 0 O, 1 I L, 2 Z, 5 S, 8 B. */
    private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY34679";

    private static final int CODE_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StreamStore<Screen> store;
    private final ScreenShelf shelf;
    private final AccessTokens tokens;
    private final DirectoryCopy directory;
    private final Lasting lasting;
    private final InstantSource clock;

    /** @param code how long a code may be typed @param screen how long a screen stays signed in */
    public record Lasting(Duration code, Duration screen) {}

    public ScreenDesk(
            StreamStore<Screen> store,
            ScreenShelf shelf,
            AccessTokens tokens,
            DirectoryCopy directory,
            Lasting lasting,
            InstantSource clock) {
        this.store = store;
        this.shelf = shelf;
        this.tokens = tokens;
        this.directory = directory;
        this.lasting = lasting;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Answer {
        /** @param shown code or secret, shown this once; null after a revocation */
        record Done(Screen screen, @Nullable String shown) implements Answer {
            @Override
            public String toString() {
                return "Done[" + screen.id() + "]";
            }
        }

        record Rejected(Refused why) implements Answer {}
    }

    /** @param id made by the client @param by who has been asked whether he may */
    public Answer issue(String id, String name, String unitId, Actor by, @Nullable String traceparent) {
        var now = clock.instant();
        String code = newCode();
        Screen screen = new Screen(
                id,
                name,
                unitId,
                by.id(),
                now,
                new RefreshSecret(id, code).hash(),
                null,
                null,
                now.plus(lasting.code()),
                null);
        var event = new Envelope<>(
                Streams.screen(id), 1, now, traceparent, new AuditEvent.ScreenIssued(id, name, unitId, by));
        return switch (store.create(id, screen, id, List.of(event))) {
            case Commit.Done<Screen> done -> new Answer.Done(screen, code);
            case Commit.DuplicateKey<Screen> taken -> rejected("screen-already-issued");
            default -> rejected("outcome-unknown");
        };
    }

    /** A code is good for one screen; whoever comes second is refused. @param typed as somebody typed it */
    public Answer signIn(String typed, @Nullable String traceparent) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        var now = clock.instant();
        Optional<Stored<Screen>> found =
                shelf.idByCode(new RefreshSecret("", code).hash()).flatMap(store::load);
        if (found.isEmpty() || !found.get().value().awaitsItsCode(now)) {
            return rejected("screen-code-wrong");
        }
        Stored<Screen> before = found.get();
        RefreshSecret secret = RefreshSecret.forSession(before.id());
        Screen after = before.value().signedIn(secret.hash(), now, now.plus(lasting.screen()));
        return write(before, after, "sign-in", new AuditEvent.ScreenSignedIn(before.id(), after.unitId()), traceparent)
                .map(ScreenDesk::rejected)
                .orElseGet(() -> new Answer.Done(after, secret.cookie()));
    }

    /** Again is no fault. */
    public Answer revoke(Screen screen, Actor by, @Nullable String traceparent) {
        Optional<Stored<Screen>> found = store.load(screen.id());
        if (found.isEmpty()) {
            return rejected("not-found");
        }
        Stored<Screen> before = found.get();
        if (before.value().revokedAt() != null) {
            return new Answer.Done(before.value(), null);
        }
        Screen after = before.value().revoked(clock.instant());
        return write(before, after, "revoke", new AuditEvent.ScreenRevoked(screen.id(), by), traceparent)
                .map(ScreenDesk::rejected)
                .orElseGet(() -> new Answer.Done(after, null));
    }

    public Optional<Screen> find(String id) {
        return store.load(id).map(Stored::value);
    }

    public List<Screen> of(Collection<String> units) {
        return shelf.of(units);
    }

    /**
     * A call of a screen goes on in the name of whoever gave out its code, as long as he may himself.
     *
     * @param secret as it came with the call
     * @return who, with an access token that never leaves the house; empty when the secret is worth nothing
     */
    public Optional<Pass> pass(String secret) {
        return RefreshSecret.parse(secret)
                .flatMap(presented -> find(presented.sessionId())
                        .filter(screen -> screen.opensWith(presented.hash(), clock.instant()))
                        .flatMap(this::passOf));
    }

    /** @param accessToken in the giver's name */
    public record Pass(Screen screen, String accessToken) {
        @Override
        public String toString() {
            return "Pass[" + screen.id() + "]";
        }
    }

    private Optional<Pass> passOf(Screen screen) {
        Directory now = directory.current();
        return now.caller(screen.issuedBy())
                .flatMap(giver -> ScreenReach.givenOut(giver, screen.unitId(), now))
                .flatMap(unit -> tokens.issue(screen.issuedBy(), "screen:" + screen.id(), clock.instant()))
                .map(token -> new Pass(screen, token));
    }

    private Optional<String> write(
            Stored<Screen> before, Screen after, String commandId, AuditEvent event, @Nullable String traceparent) {
        var said =
                new Envelope<>(Streams.screen(before.id()), before.version() + 1, clock.instant(), traceparent, event);
        return switch (store.update(before, after, commandId, List.of(said))) {
            case Commit.Done<Screen> done -> Optional.empty();
            case Commit.LostRace<Screen> lost ->
                Optional.of(commandId.equals("sign-in") ? "screen-code-wrong" : "outcome-unknown");
            default -> Optional.of("outcome-unknown");
        };
    }

    private static Answer rejected(String code) {
        return new Answer.Rejected(Refused.of(code));
    }

    private static String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
