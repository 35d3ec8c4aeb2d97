package io.wangge.gateway.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.gateway.desk.ScreenDesk;
import io.wangge.gateway.desk.ScreenDesk.Answer;
import io.wangge.gateway.door.SignedInCaller;
import io.wangge.gateway.door.Trace;
import io.wangge.gateway.screen.Screen;
import io.wangge.gateway.screen.ScreenReach;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 大屏授权: codes for screens on a wall, given out and revoked by ADMIN and LEADER of the unit. */
@RestController
@RequestMapping("/api/v1/screens")
@Tag(name = "screens", description = "大屏 · Screens on a wall")
class ScreensController {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_CODE = 20;

    private final ScreenDesk desk;
    private final FewAtATime work;
    private final DirectoryCopy directory;

    ScreensController(ScreenDesk desk, FewAtATime work, DirectoryCopy directory) {
        this.desk = desk;
        this.work = work;
        this.directory = directory;
    }

    /** @param id UUID made by the client @param name where it hangs, at most 40 characters */
    record Form(
            @Nullable String id,
            @Nullable String name,
            @Nullable String unitId) {}

    record Code(@Nullable String code) {
        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    /** @param code shown this once @param endsAt until when the code, or the screen that used it, is good */
    record ScreenView(
            String id,
            String name,
            String unitId,
            String issuedBy,
            Instant issuedAt,
            @Nullable Instant signedInAt,
            Instant endsAt,
            @Nullable Instant revokedAt,
            @Nullable String code) {
        static ScreenView of(Screen screen, @Nullable String code) {
            return new ScreenView(
                    screen.id(),
                    screen.name(),
                    screen.unitId(),
                    screen.issuedBy(),
                    screen.issuedAt(),
                    screen.signedInAt(),
                    screen.endsAt(),
                    screen.revokedAt(),
                    code);
        }
    }

    record ScreenList(List<ScreenView> items) {}

    /** @param token to be sent as {@code Authorization: Screen TOKEN} */
    record ScreenSession(String token, String screenId, String name, String unitId, Instant endsAt) {
        @Override
        public String toString() {
            return "ScreenSession[" + screenId + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "大屏授权 · A code for one screen, shown once, good for a quarter of an hour")
    Mono<ScreenView> issue(@RequestBody Form form, ServerWebExchange exchange) {
        Caller caller = giver(exchange);
        String id = FormText.required("id", form.id(), 36).toLowerCase(Locale.ROOT);
        if (!UUID.matcher(id).matches()) {
            throw ProblemException.invalid(List.of(FieldFault.of("id", "not-a-uuid")));
        }
        String name = FormText.required("name", form.name(), LONGEST_NAME);
        UnitItem unit = ScreenReach.givenOut(
                        caller, FormText.required("unitId", form.unitId(), 64), directory.current())
                .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
        Actor by = Actor.staff(caller.staffId(), unit.id());
        return work.run(() -> desk.issue(id, name, unit.id(), by, Trace.of(exchange)))
                .map(ScreensController::done)
                .map(done -> ScreenView.of(done.screen(), done.shown()));
    }

    @GetMapping
    @Operation(summary = "大屏清单 · The screens of the caller's units")
    Mono<ScreenList> list(ServerWebExchange exchange) {
        Caller caller = giver(exchange);
        Directory now = directory.current();
        List<String> units = now.units().stream()
                .filter(unit -> ScreenReach.covers(caller, unit))
                .map(UnitItem::id)
                .toList();
        return work.run(() -> new ScreenList(desk.of(units).stream()
                .map(screen -> ScreenView.of(screen, null))
                .toList()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤销 · The screen shows nothing any more")
    Mono<Void> revoke(@PathVariable String id, ServerWebExchange exchange) {
        Caller caller = giver(exchange);
        return work.run(() -> {
                    Screen screen = desk.find(id)
                            .filter(found -> ScreenReach.givenOut(caller, found.unitId(), directory.current())
                                    .isPresent())
                            .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
                    Actor by = Actor.staff(caller.staffId(), screen.unitId());
                    return desk.revoke(screen, by, Trace.of(exchange));
                })
                .doOnNext(ScreensController::done)
                .then();
    }

    @PostMapping("/sessions")
    @Operation(summary = "大屏接入 · A screen trades its code for a token that reads one board")
    Mono<ScreenSession> signIn(@RequestBody Code typed, ServerWebExchange exchange) {
        String code = FormText.required("code", typed.code(), LONGEST_CODE);
        return work.run(() -> desk.signIn(code, Trace.of(exchange)))
                .map(ScreensController::done)
                .map(done -> new ScreenSession(
                        Objects.requireNonNull(done.shown()),
                        done.screen().id(),
                        done.screen().name(),
                        done.screen().unitId(),
                        done.screen().endsAt()));
    }

    private static Answer.Done done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done;
            case Answer.Rejected(Refused why) ->
                throw new ProblemException(
                        switch (why.code()) {
                            case "screen-code-wrong", "not-found" -> 404;
                            case "screen-already-issued" -> 409;
                            default -> 503;
                        },
                        why);
        };
    }

    private static Caller giver(ServerWebExchange exchange) {
        Caller caller = SignedInCaller.of(exchange).caller();
        if (!ScreenReach.mayGive(caller)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        return caller;
    }
}
