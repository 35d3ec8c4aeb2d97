package io.wangge.intake.imports;

import java.util.Map;

/** A file that cannot be taken as a table at all. */
public final class BadTable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, Object> facts;

    /** @param code of the problem that says so */
    public BadTable(String code, Map<String, Object> facts) {
        super(code);
        this.facts = facts;
    }

    public BadTable(String code) {
        this(code, Map.of());
    }

    public String code() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
