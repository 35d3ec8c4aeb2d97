package io.wangge.dispatch.routing;

/** A rule book is refused as a whole, never a rule of it skipped in silence. */
public final class BrokenRuleBook extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String ruleId;

    /** @param words the compiler's, for the person who wrote the rule */
    public BrokenRuleBook(long version, String ruleId, String words) {
        super("Rule book " + version + " is refused: rule " + ruleId + ": " + words);
        this.ruleId = ruleId;
    }

    public String ruleId() {
        return ruleId;
    }
}
