package io.wangge.dispatch.reference;

import io.wangge.contracts.directory.DirectoryKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parts of the reference data; each has its own versions. Declared in the order in which they are published. */
public enum ReferenceKind {
    LADDER,
    UNIT,
    GRID,
    STAFF,
    CATEGORY,
    /** Ordered routing rules; stays in this service. */
    RULE_BOOK,
    /** Workdays and opening hours; stays in this service. */
    CALENDAR,
    /** The form of the district's own data; may be missing. */
    DISTRICT,
    /** Dated delegations and the list of competences; may be missing. */
    MANDATE,
    /** Who is on duty; may be missing. */
    DUTY_ROSTER,
    /** Whom residents of a grid turn to; may be missing. */
    GRID_CONTACT,
    /** 部件: things with their owning units; may be missing. */
    ASSET,
    /** What happens when a share of a limit is used up, in order; the usual ones where the district says nothing. */
    ESCALATION_POLICY,
    /** What holds for all cases; the usual where the district says nothing. */
    CASE_POLICY;

    /** False for a kind that a district can do without. */
    public boolean required() {
        return compareTo(CALENDAR) <= 0;
    }

    public static Set<ReferenceKind> allRequired() {
        return Set.copyOf(EnumSet.range(LADDER, CALENDAR));
    }

    /** The kind under which other services receive it; empty for what stays here. */
    public Optional<DirectoryKind> published() {
        return switch (this) {
            case LADDER -> Optional.of(DirectoryKind.LADDER);
            case UNIT -> Optional.of(DirectoryKind.UNIT);
            case GRID -> Optional.of(DirectoryKind.GRID);
            case STAFF -> Optional.of(DirectoryKind.STAFF);
            case CATEGORY -> Optional.of(DirectoryKind.CATEGORY);
            case RULE_BOOK,
                    CALENDAR,
                    DISTRICT,
                    MANDATE,
                    DUTY_ROSTER,
                    GRID_CONTACT,
                    ASSET,
                    ESCALATION_POLICY,
                    CASE_POLICY -> Optional.empty();
        };
    }

    /** As it stands in addresses and on screens of administrators, such as {@code rule-book}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty when no kind has this {@link #code()}. */
    public static Optional<ReferenceKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findAny();
    }

    /** @throws IllegalArgumentException never in practice: every published kind stands here */
    public static ReferenceKind of(DirectoryKind kind) {
        return valueOf(kind.name());
    }
}
