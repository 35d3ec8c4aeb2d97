package io.wangge.ledger.http.criticism;

import io.wangge.contracts.criticism.SanctionEvent.Kind;

/** What people call the sanctions (systems.md S6). */
final class SanctionNames {
    private SanctionNames() {}

    static String zh(Kind kind) {
        return switch (kind) {
            case ADMONITION -> "谈话诫勉";
            case TRANSFER -> "调整岗位";
            case DEMOTION -> "降职免职";
        };
    }

    static String en(Kind kind) {
        return switch (kind) {
            case ADMONITION -> "Admonition";
            case TRANSFER -> "Transfer";
            case DEMOTION -> "Demotion or removal";
        };
    }
}
