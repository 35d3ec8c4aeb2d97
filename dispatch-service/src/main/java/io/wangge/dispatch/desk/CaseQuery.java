package io.wangge.dispatch.desk;

import io.wangge.contracts.directory.Caller;
import io.wangge.contracts.directory.Directory;
import io.wangge.dispatch.desk.CaseLists.Tab;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which cases somebody asks for.
 *
 * @param seesAll whether the caller's scope begins at the top unit: then nothing is gained by looking into it first
 * @param within units in whose range to look, the fewest cases that all answers lie among; it gives no right to see them
 * @param now what is overdue is measured by
 */
public record CaseQuery(Tab tab, Caller caller, boolean seesAll, Set<String> within, CaseFilter filter, Instant now) {

    public static CaseQuery of(Tab tab, Caller caller, CaseFilter filter, Directory directory, Instant now) {
        return new CaseQuery(
                tab,
                caller,
                caller.units().contains(directory.top().id()),
                within(caller, filter, directory),
                filter,
                now);
    }

    /** The place or the unit, whichever lies lower, unless what the caller may see lies below it and is less. */
    private static Set<String> within(Caller caller, CaseFilter filter, Directory directory) {
        List<String> asked =
                filter.placePath().size() < filter.unitPath().size() ? filter.unitPath() : filter.placePath();
        if (asked.isEmpty()) {
            return caller.units();
        }
        boolean above = caller.units().stream()
                .flatMap(id -> directory.unit(id).stream())
                .map(unit -> unit.path())
                .anyMatch(path -> path.contains(asked.getLast()));
        return above ? caller.units() : Set.of(asked.getLast());
    }

    /** Whether the range of {@link #within} says by itself that the caller may see the case. */
    public boolean withinIsScope() {
        return within.equals(caller.units());
    }

    /** The same question, looked for in another range. */
    public CaseQuery in(Set<String> range) {
        return new CaseQuery(tab, caller, seesAll, range, filter, now);
    }

    /** Of a filter that names no place. */
    public static CaseQuery inScope(Tab tab, Caller caller, boolean seesAll, CaseFilter filter, Instant now) {
        return new CaseQuery(tab, caller, seesAll, caller.units(), filter, now);
    }
}
