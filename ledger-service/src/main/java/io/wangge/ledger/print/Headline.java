package io.wangge.ledger.print;

import io.wangge.ledger.bulletin.Bulletin;
import io.wangge.ledger.figures.Days;
import java.time.format.DateTimeFormatter;

/** What stands at the top. */
final class Headline {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Headline() {}

    static String of(Bulletin.Head head) {
        return head.unit().zh() + head.kind().zh() + " " + head.period() + (head.interim() ? "（中期）" : "") + " "
                + english(head);
    }

    static String english(Bulletin.Head head) {
        return head.unit().en() + " · " + head.kind().en() + (head.interim() ? " (interim)" : "");
    }

    static String made(Bulletin.Head head) {
        return "时段 " + head.from() + " 至 " + head.to() + "；数据截至 Figures of "
                + MINUTE.format(head.computedAt().atZone(Days.ZONE));
    }
}
