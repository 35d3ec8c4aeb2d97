package io.wangge.intake.http.guest;

import io.wangge.intake.desk.SignInGuest;
import io.wangge.intake.http.Faults;
import io.wangge.intake.report.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands at the door for people without an account. */
@Component
class GuestDoor {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 200;

    private final SignInGuest guests;
    private final ProofOfWork proof;
    private final PublicSettings settings;

    GuestDoor(SignInGuest guests, ProofOfWork proof, PublicSettings settings) {
        this.guests = guests;
        this.proof = proof;
        this.settings = settings;
    }

    /** @throws ProblemException 404 when this deployment has no such door */
    void mustBeOpen() {
        if (!settings.open()) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
    }

    /** @return person id; empty without a session, or when it is over */
    Optional<String> personOf(@Nullable String authorization) {
        return token(authorization).flatMap(guests::personOf);
    }

    /** @throws ProblemException 401 without a session */
    String mustBeKnown(@Nullable String authorization) {
        mustBeOpen();
        return personOf(authorization).orElseThrow(() -> new ProblemException(401, "guest-session-needed"));
    }

    Optional<String> token(@Nullable String authorization) {
        return authorization == null
                        || authorization.length() > LONGEST
                        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.empty()
                : Optional.of(authorization.substring(BEARER.length()).strip());
    }

    /** @throws ProblemException 400 when a proof is asked for and there is none, or it was used */
    void mustHaveWorked(@Nullable String solved) {
        if (!proof.isGood(solved)) {
            throw Faults.problem(List.of(FieldFault.of("proof", "proof-needed")));
        }
    }
}
