package io.wangge.gateway.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.Grant;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.directory.Role;
import io.wangge.gateway.door.SignedInCaller;
import io.wangge.kit.directory.DirectoryCopy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Who the caller is, with the roles of this moment. */
@RestController
@Tag(name = "me", description = "本人 · The caller")
class MeController {
    private final DirectoryCopy directory;

    MeController(DirectoryCopy directory) {
        this.directory = directory;
    }

    record Me(String staffId, @Nullable String username, String name, List<RoleGiven> roles) {}

    record RoleGiven(Role role, String nameZh, String nameEn, List<UnitNamed> units) {}

    record UnitNamed(String id, String nameZh, String nameEn, String level, List<String> path) {}

    @GetMapping("/api/v1/me")
    @Operation(summary = "本人 · Who I am, my roles and their units")
    Me me(ServerWebExchange exchange) {
        SignedInCaller signedIn = SignedInCaller.of(exchange);
        Caller caller = signedIn.caller();
        Directory now = directory.current();
        return new Me(
                caller.staffId(),
                signedIn.username(),
                caller.name(),
                caller.grants().stream().map(grant -> given(grant, now)).toList());
    }

    private static RoleGiven given(Grant grant, Directory directory) {
        RoleNames names = RoleNames.of(grant.role());
        return new RoleGiven(
                grant.role(),
                names.zh(),
                names.en(),
                grant.unitIds().stream()
                        .map(directory::unit)
                        .flatMap(Optional::stream)
                        .map(MeController::named)
                        .toList());
    }

    private static UnitNamed named(UnitItem unit) {
        return new UnitNamed(unit.id(), unit.nameZh(), unit.nameEn(), unit.level(), unit.path());
    }
}
