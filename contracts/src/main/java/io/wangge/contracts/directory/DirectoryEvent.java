package io.wangge.contracts.directory;

import io.wangge.contracts.Event;
import io.wangge.contracts.Ladder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of the streams {@code directory/KIND} on the compacted topic. All items of a version come first, then its
 * activation with their count; a copy switches as a whole when it has them all.
 */
public sealed interface DirectoryEvent extends Event {
    DirectoryKind kind();

    long version();

    /** One thing of the directory. */
    sealed interface Item extends DirectoryEvent {
        String id();
    }

    record LadderItem(String id, long version, Ladder ladder) implements Item {
        @Override
        public DirectoryKind kind() {
            return DirectoryKind.LADDER;
        }
    }

    /**
     * A node of the organisation tree.
     *
     * @param level code of the ladder's level
     * @param departmentKind 环卫, 市政, …; null for a territorial unit
     * @param code digits that its cases' numbers start with, for territorial units
     * @param path ids from the top down to this unit
     */
    record UnitItem(
            String id,
            long version,
            String nameZh,
            String nameEn,
            String level,
            @Nullable String departmentKind,
            @Nullable String parentId,
            @Nullable String code,
            List<String> path)
            implements Item {
        @Override
        public DirectoryKind kind() {
            return DirectoryKind.UNIT;
        }

        /** Whether it is a piece of the city rather than a department. */
        public boolean territorial() {
            return departmentKind == null;
        }
    }

    /**
     * The ground that a grid covers.
     *
     * @param id the unit id of the grid
     * @param code as people write it, 15 digits by default
     * @param rings GeoJSON polygon coordinates: outer ring first, each a closed list of [longitude, latitude]
     */
    record GridItem(String id, long version, String code, List<List<List<Double>>> rings) implements Item {
        @Override
        public DirectoryKind kind() {
            return DirectoryKind.GRID;
        }
    }

    /** A person with roles. */
    record StaffItem(String id, long version, String name, List<Grant> grants) implements Item {
        @Override
        public DirectoryKind kind() {
            return DirectoryKind.STAFF;
        }
    }

    /** One role in these units and everything below them. */
    record Grant(Role role, List<String> unitIds) {}

    /**
     * A category of the versioned table.
     *
     * @param id four digits: class and subclass
     * @param itemKind EVENT, ASSET, DISPUTE, SERVICE, CONDUCT, OPINION
     * @param scale small, big or district: names its ceiling on the ladder
     * @param usualLevel code of the level that usually settles it
     * @param leadKind kind of department that leads
     * @param retired true when it is kept only for old cases
     * @param mayNotLeave 六不出村: true when it may not leave its ceiling at all; absent for no
     * @param effortWaived true when it may leave its ceiling without effort shown first, as violence, danger to life and
     *     wage arrears may; absent for no
     * @param rewardedCriticism 有奖批评: true when a report of it can be neither refused nor closed but by a satisfied
     *     revisit; absent for no
     */
    record CategoryItem(
            String id,
            long version,
            String itemKind,
            String classZh,
            String subclassZh,
            String classEn,
            String subclassEn,
            String scale,
            String usualLevel,
            String leadKind,
            LimitItem acceptance,
            LimitItem handling,
            boolean confirmFirst,
            boolean fieldCheck,
            boolean mediationFirst,
            String filingCondition,
            String closingCondition,
            boolean retired,
            @Nullable Boolean mayNotLeave,
            @Nullable Boolean effortWaived,
            @Nullable Boolean rewardedCriticism)
            implements Item {
        /** No is absent: a table from before these fields says the same as one that has them. */
        public CategoryItem {
            mayNotLeave = Boolean.TRUE.equals(mayNotLeave) ? Boolean.TRUE : null;
            effortWaived = Boolean.TRUE.equals(effortWaived) ? Boolean.TRUE : null;
            rewardedCriticism = Boolean.TRUE.equals(rewardedCriticism) ? Boolean.TRUE : null;
        }

        /** One that may leave its ceiling after effort. */
        public CategoryItem(
                String id,
                long version,
                String itemKind,
                String classZh,
                String subclassZh,
                String classEn,
                String subclassEn,
                String scale,
                String usualLevel,
                String leadKind,
                LimitItem acceptance,
                LimitItem handling,
                boolean confirmFirst,
                boolean fieldCheck,
                boolean mediationFirst,
                String filingCondition,
                String closingCondition,
                boolean retired) {
            this(
                    id,
                    version,
                    itemKind,
                    classZh,
                    subclassZh,
                    classEn,
                    subclassEn,
                    scale,
                    usualLevel,
                    leadKind,
                    acceptance,
                    handling,
                    confirmFirst,
                    fieldCheck,
                    mediationFirst,
                    filingCondition,
                    closingCondition,
                    retired,
                    null,
                    null,
                    null);
        }

        public boolean neverLeaves() {
            return mayNotLeave != null;
        }

        /** 有奖批评. */
        public boolean rewardsCritics() {
            return rewardedCriticism != null;
        }

        public boolean needsNoEffort() {
            return effortWaived != null;
        }

        @Override
        public DirectoryKind kind() {
            return DirectoryKind.CATEGORY;
        }
    }

    /** @param unit EMERGENCY_MINUTE, EMERGENCY_HOUR, WORK_HOUR, WORKDAY or NATURAL_DAY */
    record LimitItem(int amount, String unit) {}

    /** From here on {@code version} holds. @param count of its items, so that a copy knows when it has them all */
    record Activated(DirectoryKind kind, long version, int count) implements DirectoryEvent {}
}
