package io.wangge.dispatch.casefile;

import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import java.util.Map;
import java.util.Optional;

/** One rule that a command must pass; independent of the command's own words, so that it can be asked beforehand. */
@FunctionalInterface
interface Guard {
    Optional<Refused> check(Case theCase, Caller caller, Facts facts);

    static Optional<Refused> allow() {
        return Optional.empty();
    }

    static Optional<Refused> refuse(String code, Map<String, Object> facts) {
        return Optional.of(new Refused(code, facts));
    }
}
