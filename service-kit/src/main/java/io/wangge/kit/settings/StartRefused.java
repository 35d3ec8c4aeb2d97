package io.wangge.kit.settings;

/** The service cannot start as things are; said in one sentence, without a stack trace. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    /**
     * @param sentence what is wrong, and why
     * @param remedy what to do about it
     */
    public StartRefused(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    /** @throws StartRefused naming the setting, when {@code right} is false */
    public static void unless(boolean right, String setting, Object value, String rule) {
        if (!right) {
            throw new StartRefused(
                    "The setting %s is '%s': %s.".formatted(setting, value, rule),
                    "Correct %s (environment: %s) and start again."
                            .formatted(
                                    setting,
                                    setting.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT)));
        }
    }
}
