package io.wangge.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param kind whether a person of the staff, a resident, or a service by itself
 * @param id staff id, opaque person id, or the name of the service
 * @param unitId the unit for which a member of staff acted
 */
public record Actor(Kind kind, String id, @Nullable String unitId) {
    public enum Kind {
        STAFF,
        RESIDENT,
        SYSTEM
    }

    public static Actor staff(String staffId, @Nullable String unitId) {
        return new Actor(Kind.STAFF, staffId, unitId);
    }

    public static Actor resident(String personId) {
        return new Actor(Kind.RESIDENT, personId, null);
    }

    public static Actor system(String service) {
        return new Actor(Kind.SYSTEM, service, null);
    }
}
