package io.wangge.gateway.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wangge.contracts.Actor;
import io.wangge.contracts.Refused;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.Role;
import io.wangge.gateway.account.Account;
import io.wangge.gateway.desk.AccountDesk;
import io.wangge.gateway.desk.AccountDesk.Answer;
import io.wangge.gateway.desk.SignInDesk;
import io.wangge.gateway.door.SignedInCaller;
import io.wangge.gateway.door.Trace;
import io.wangge.kit.directory.DirectoryCopy;
import io.wangge.kit.problem.FieldFault;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 账号: with what names somebody of the staff signs in; for ADMIN of all units that the person has roles at. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "accounts", description = "账号 · Accounts")
class AccountsController {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]");
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_REASON = 200;

    private final AccountDesk desk;
    private final FewAtATime work;
    private final DirectoryCopy directory;
    private final InstantSource clock;

    AccountsController(AccountDesk desk, FewAtATime work, DirectoryCopy directory, InstantSource clock) {
        this.desk = desk;
        this.work = work;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param username 3 to 64 of small letters, digits, dot, dash, underscore */
    record Opening(@Nullable String staffId, @Nullable String username) {}

    record Why(@Nullable String reason) {}

    record AccountList(List<AccountView> items) {}

    @GetMapping
    @Operation(summary = "账号 · The accounts of one member of staff, with whether they are in use, locked, signed in")
    Mono<AccountList> ofStaff(@RequestParam String staffId, ServerWebExchange exchange) {
        actorFor(staffId, exchange);
        return work.run(() -> new AccountList(desk.ofStaff(staffId).stream()
                .map(one -> AccountView.of(one, null, clock.instant()))
                .toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "开通账号 · A name to sign in with, and a password for the first time, shown this once")
    Mono<AccountView> open(@RequestBody Opening form, ServerWebExchange exchange) {
        String staffId = FormText.required("staffId", form.staffId(), LONGEST_ID);
        String username = SignInDesk.nameOf(FormText.required("username", form.username(), LONGEST_ID));
        if (!NAME.matcher(username).matches()) {
            throw ProblemException.invalid(List.of(FieldFault.of("username", "bad-format")));
        }
        Actor by = actorFor(staffId, exchange);
        if (directory.current().caller(staffId).isEmpty()) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
        return answer(() -> desk.open(new Account(username, staffId, null), by, Trace.of(exchange)));
    }

    @PostMapping("/{username}/password")
    @Operation(summary = "重置密码 · A password for one sign-in, shown this once; the person is signed out everywhere")
    Mono<AccountView> reset(@PathVariable String username, ServerWebExchange exchange) {
        return onAnothers(username, exchange, (account, by) -> desk.reset(account, by, Trace.of(exchange)));
    }

    @PostMapping("/{username}/disable")
    @Operation(summary = "停用 · Nobody signs in under the name, and whoever is signed in is signed out")
    Mono<AccountView> disable(@PathVariable String username, @RequestBody Why why, ServerWebExchange exchange) {
        String reason = FormText.required("reason", why.reason(), LONGEST_REASON);
        return onAnothers(username, exchange, (account, by) -> desk.disable(account, reason, by, Trace.of(exchange)));
    }

    @PostMapping("/{username}/enable")
    @Operation(summary = "启用 · The account may be used again, with the password it had; a lock is lifted")
    Mono<AccountView> enable(@PathVariable String username, ServerWebExchange exchange) {
        return on(username, exchange, (account, by) -> desk.enable(account, by, Trace.of(exchange)));
    }

    @DeleteMapping("/{username}/sessions")
    @Operation(summary = "强制退出 · Signed out everywhere, access tokens with it")
    Mono<AccountView> endSessions(@PathVariable String username, ServerWebExchange exchange) {
        return on(username, exchange, (account, by) -> desk.endSessions(account, by, Trace.of(exchange)));
    }

    /** What nobody does to the own account: there would be no way back, and the own password is changed at signing in. */
    private Mono<AccountView> onAnothers(String username, ServerWebExchange exchange, Act act) {
        return on(username, exchange, (account, by) -> {
            if (by.id().equals(account.staffId())) {
                throw new ProblemException(409, "own-account");
            }
            return act.on(account, by);
        });
    }

    private Mono<AccountView> on(String username, ServerWebExchange exchange, Act act) {
        administrator(exchange);
        return answer(() -> {
            Account account = desk.find(SignInDesk.nameOf(username))
                    .orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
            return act.on(account, actorFor(account.staffId(), exchange));
        });
    }

    private Mono<AccountView> answer(Callable<Answer> what) {
        return work.run(what).map(answer -> switch (answer) {
            case Answer.Done(AccountDesk.Standings account, var password) ->
                AccountView.of(account, password, clock.instant());
            case Answer.Rejected(Refused why) ->
                throw new ProblemException(why.code().equals("account-name-taken") ? 409 : 503, why);
        });
    }

    /** @throws ProblemException 403 for whoever is no administrator, 404 for a person beyond the caller's units */
    private Actor actorFor(String staffId, ServerWebExchange exchange) {
        Caller caller = administrator(exchange);
        Directory now = directory.current();
        List<String> units = now.caller(staffId)
                .map(person -> List.copyOf(person.units()))
                .filter(all -> !all.isEmpty())
                // Without a role, or no longer on the staff: whoever looks after all.
                .orElseGet(() -> List.of(now.top().id()));
        boolean covered = units.stream()
                .map(now::unit)
                .flatMap(Optional::stream)
                .allMatch(unit -> caller.covers(Role.ADMIN, unit.path()));
        if (!covered) {
            throw new ProblemException(404, ProblemCodes.NOT_FOUND);
        }
        return Actor.staff(
                caller.staffId(),
                caller.unitsOf(Role.ADMIN).stream().sorted().findFirst().orElse(null));
    }

    private static Caller administrator(ServerWebExchange exchange) {
        Caller caller = SignedInCaller.of(exchange).caller();
        if (!caller.has(Role.ADMIN)) {
            throw new ProblemException(403, ProblemCodes.NOT_ALLOWED);
        }
        return caller;
    }

    private interface Act {
        Answer on(Account account, Actor by);
    }
}
