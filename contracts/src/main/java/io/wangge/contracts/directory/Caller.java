package io.wangge.contracts.directory;

import io.wangge.contracts.directory.DirectoryEvent.Grant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks, with the roles of the moment: taken from the directory at each call, so that a revocation works at once.
 * Every role is scoped to units and holds for everything below them.
 */
public record Caller(String staffId, String name, List<Grant> grants) {

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** The units that {@code role} was given for, without those below them. */
    public Set<String> unitsOf(Role role) {
        return grants.stream()
                .filter(grant -> grant.role() == role)
                .flatMap(grant -> grant.unitIds().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All units of all roles. */
    public Set<String> units() {
        return grants.stream().flatMap(grant -> grant.unitIds().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether {@code role} reaches the unit at the end of {@code unitPath} (ids from the top down). */
    public boolean covers(Role role, List<String> unitPath) {
        return grants.stream()
                .anyMatch(grant ->
                        grant.role() == role && grant.unitIds().stream().anyMatch(unitPath::contains));
    }

    /** Whether any role reaches the unit at the end of {@code unitPath}. */
    public boolean coversAny(List<String> unitPath) {
        return grants.stream().anyMatch(grant -> grant.unitIds().stream().anyMatch(unitPath::contains));
    }
}
