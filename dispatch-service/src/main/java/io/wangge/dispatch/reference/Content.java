package io.wangge.dispatch.reference;

import io.wangge.contracts.directory.DirectoryEvent.Item;
import io.wangge.dispatch.casefile.CasePolicy;
import io.wangge.dispatch.clock.CalendarYear;
import io.wangge.dispatch.clock.OfficeHours;
import io.wangge.dispatch.clock.WorkdayCount;
import io.wangge.dispatch.directory.Asset;
import io.wangge.dispatch.directory.DistrictSettings;
import io.wangge.dispatch.directory.DutySpan;
import io.wangge.dispatch.directory.GridContact;
import io.wangge.dispatch.escalation.EscalationPolicy;
import io.wangge.dispatch.routing.Mandate;
import io.wangge.dispatch.routing.Rule;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** All of one kind of reference data, without a version: two contents that are equal are the same version. */
public sealed interface Content {
    ReferenceKind kind();

    /** What other services receive, each item with version 0, in the order in which it is published. */
    record Items(ReferenceKind kind, List<Item> items) implements Content {
        public Items {
            items = List.copyOf(items);
            for (Item item : items) {
                if (ReferenceKind.of(item.kind()) != kind) {
                    throw new IllegalArgumentException(item.id() + " is no " + kind);
                }
            }
        }
    }

    /** Rows that stay in this service. */
    record Table(ReferenceKind kind, List<? extends Record> rows) implements Content {
        public Table {
            rows = List.copyOf(rows);
            Class<? extends Record> type = rowType(kind);
            if (!rows.stream().allMatch(type::isInstance)) {
                throw new IllegalArgumentException("Rows of " + kind + " are " + type.getSimpleName());
            }
        }

        /** What a row of this kind is. */
        public static Class<? extends Record> rowType(ReferenceKind kind) {
            return switch (kind) {
                case DISTRICT -> DistrictSettings.class;
                case MANDATE -> Mandate.class;
                case DUTY_ROSTER -> DutySpan.class;
                case GRID_CONTACT -> GridContact.class;
                case ESCALATION_POLICY -> EscalationPolicy.class;
                case CASE_POLICY -> CasePolicy.class;
                case ASSET -> Asset.class;
                default -> throw new IllegalArgumentException(kind + " is no table");
            };
        }
    }

    /** The rules in the order in which they are asked. */
    record Rules(List<Rule> rules) implements Content {
        public Rules {
            rules = List.copyOf(rules);
        }

        @Override
        public ReferenceKind kind() {
            return ReferenceKind.RULE_BOOK;
        }
    }

    /**
     * @param years in ascending order, each once
     * @param workdayCount how the district counts a WORKDAY
     * @param units hours of those units that have their own, by unit id
     */
    record Calendar(
            ZoneId zone,
            OfficeHours office,
            List<CalendarYear> years,
            WorkdayCount workdayCount,
            Map<String, OfficeHours> units)
            implements Content {
        public Calendar {
            years = List.copyOf(years);
            units = Map.copyOf(units);
        }

        @Override
        public ReferenceKind kind() {
            return ReferenceKind.CALENDAR;
        }
    }
}
