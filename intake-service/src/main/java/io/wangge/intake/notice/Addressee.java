package io.wangge.intake.notice;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.UnitItem;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told, as one word to look a list up by. What is told to a unit is stored once and read by everybody who belongs to
 * it at the moment of reading: people change, and a street with forty dispatchers costs no more than one with two.
 */
public final class Addressee {
    private static final String RESIDENT = "RESIDENT:";
    private static final String STAFF = "STAFF:";
    private static final String UNIT = "UNIT:";
    /** Somebody of whom only a telephone is known yet. */
    private static final String PHONE = "PHONE:";

    private Addressee() {}

    public static String resident(String personId) {
        return RESIDENT + personId;
    }

    public static String staff(String staffId) {
        return STAFF + staffId;
    }

    public static String phone(String phone) {
        return PHONE + phone;
    }

    static String unit(String unitId, @Nullable String role) {
        return role == null ? UNIT + unitId : UNIT + unitId + ":" + role;
    }

    /** Whom {@code to} means now. A unit without anybody in the role is told where the role is held above it. */
    public static String of(Recipient to, @Nullable Directory directory) {
        return switch (to.kind()) {
            case RESIDENT -> resident(to.id());
            case STAFF -> staff(to.id());
            case UNIT -> unit(directory == null ? to.id() : whereHeld(to.id(), to.role(), directory), to.role());
        };
    }

    private static String whereHeld(String unitId, @Nullable String role, Directory directory) {
        Optional<UnitItem> unit = directory.unit(unitId);
        if (unit.isEmpty() || role == null) {
            return unitId;
        }
        List<String> path = unit.get().path();
        for (String candidate : path.reversed()) {
            boolean held = directory.staff().stream()
                    .flatMap(person -> person.grants().stream())
                    .anyMatch(grant ->
                            grant.role().name().equals(role) && grant.unitIds().contains(candidate));
            if (held) {
                return candidate;
            }
        }
        return unitId;
    }

    /** Every list that the caller reads: the own one, and those of the units that a role was given for. */
    public static List<String> of(Caller caller) {
        Stream<String> units = caller.grants().stream()
                .flatMap(grant -> grant.unitIds().stream()
                        .flatMap(unit -> Stream.of(
                                unit(unit, null), unit(unit, grant.role().name()))));
        return Stream.concat(Stream.of(staff(caller.staffId())), units)
                .distinct()
                .toList();
    }

    /** Whether it is everybody of a unit, or everybody with a role there. */
    public static boolean isUnit(String to) {
        return to.startsWith(UNIT);
    }

    /** The resident's id; empty for everybody else. */
    public static Optional<String> personOf(String to) {
        return after(RESIDENT, to);
    }

    public static Optional<String> phoneOf(String to) {
        return after(PHONE, to);
    }

    /** Whether it is somebody outside the office, who sleeps at night. */
    static boolean isPublic(String to) {
        return to.startsWith(RESIDENT) || to.startsWith(PHONE);
    }

    private static Optional<String> after(String prefix, String to) {
        return to.startsWith(prefix) ? Optional.of(to.substring(prefix.length())) : Optional.empty();
    }
}
