package io.wangge.intake.hotline;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who may work on a call. */
public final class CallRules {
    /** An agent writes up what was said before taking the next one. */
    static final Duration AFTER_THE_END = Duration.ofMinutes(30);

    public static final String NO_AGENT = "not-a-hotline-agent";
    public static final String ANOTHER_AGENTS = "call-of-another-agent";
    public static final String OVER = "call-over";

    private CallRules() {}

    public static Optional<Refused> mayAttend(Caller caller) {
        return caller.has(Role.HOTLINE_AGENT) ? Optional.empty() : Optional.of(Refused.of(NO_AGENT));
    }

    /** One's own, or one that rings at nobody's place in particular. */
    public static boolean concerns(Call call, Caller caller) {
        String agent = call.agentId();
        return agent == null
                || agent.equals(caller.staffId())
                || call.transfers().stream()
                        .anyMatch(transfer -> caller.staffId().equals(transfer.toAgentId()));
    }

    /** To file from it, answer it or hand it on. */
    public static Optional<Refused> mayWorkOn(Call call, Caller caller, Instant now) {
        Optional<Refused> noAgent = mayAttend(caller);
        if (noAgent.isPresent()) {
            return noAgent;
        }
        if (!concerns(call, caller)) {
            return Optional.of(Refused.of(ANOTHER_AGENTS));
        }
        return call.isAtHand(now) ? Optional.empty() : Optional.of(Refused.of(OVER));
    }
}
