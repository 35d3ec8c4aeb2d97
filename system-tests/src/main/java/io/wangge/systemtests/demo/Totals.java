package io.wangge.systemtests.demo;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The day in figures. */
final class Totals {
    private final Map<Deed, Integer> deeds = new EnumMap<>(Deed.class);
    private final Map<String, Integer> ends = new TreeMap<>();

    Totals(List<Played> played) {
        for (Played one : played) {
            one.deeds().forEach(deed -> deeds.merge(deed, 1, Integer::sum));
            String reason = one.end().closeReason();
            String end = one.end().stateZh() + " " + one.end().state() + (reason.isEmpty() ? "" : "/" + reason);
            ends.merge(end, 1, Integer::sum);
        }
    }

    int of(Deed deed) {
        return deeds.getOrDefault(deed, 0);
    }

    void tell(PrintStream out) {
        out.println();
        out.println("合计 · totals");
        for (Deed deed : Deed.values()) {
            out.println("  %s %4d  %s".formatted(Columns.fit(deed.zh(), 22), of(deed), deed.en()));
        }
        out.println("日终状态 · where the cases stand at the end of the day");
        ends.forEach((end, count) -> out.println("  %s %4d".formatted(Columns.fit(end, 34), count)));
    }
}
