package io.wangge.ledger.callback;

import java.util.List;

/** What a clerk says on the phone 话术, line by line. */
public record Script(List<String> zh, List<String> en) {
    public Script {
        zh = List.copyOf(zh);
        en = List.copyOf(en);
    }
}
