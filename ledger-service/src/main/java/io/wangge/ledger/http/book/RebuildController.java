package io.wangge.ledger.http.book;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Role;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.ledger.rebuild.Rebuild;
import io.wangge.ledger.rebuild.Rebuild.Progress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 重建: what is derived from the entries, anew, while others read and write. */
@RestController
@RequestMapping("/api/v1/ledger/rebuild")
class RebuildController {
    private final Rebuild rebuild;

    RebuildController(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** @param id a UUID made by the client */
    record RebuildBody(@Nullable String id) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Progress begin(Caller caller, @RequestBody RebuildBody body) {
        check(caller);
        return rebuild.begin(id(body)).orElseThrow(() -> new ProblemException(409, "rebuild-running"));
    }

    @GetMapping
    Progress progress(Caller caller) {
        check(caller);
        return rebuild.progress().orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    private static void check(Caller caller) {
        if (!caller.has(Role.ADMIN)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
    }

    private static UUID id(RebuildBody body) {
        if (body.id() == null) {
            throw ProblemException.invalid("id", "required");
        }
        try {
            return UUID.fromString(body.id());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("id", "not-a-uuid");
        }
    }
}
