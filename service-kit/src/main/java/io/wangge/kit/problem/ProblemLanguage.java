package io.wangge.kit.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that the texts exist in. */
public enum ProblemLanguage {
    ZH_CN("zh_CN", "zh-CN"),
    EN("en", "en");

    private final String suffix;
    private final String tag;

    ProblemLanguage(String suffix, String tag) {
        this.suffix = suffix;
        this.tag = tag;
    }

    /** @param acceptLanguage the header; without it, or when it cannot be read, Chinese */
    public static ProblemLanguage of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ZH_CN;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            for (Locale.LanguageRange range : ranges) {
                String language = range.getRange();
                if (range.getWeight() > 0 && (language.equals("zh") || language.startsWith("zh-"))) {
                    return ZH_CN;
                }
                if (range.getWeight() > 0 && (language.equals("en") || language.startsWith("en-"))) {
                    return EN;
                }
            }
        } catch (IllegalArgumentException e) {
            // An unreadable wish is no wish.
        }
        return ZH_CN;
    }

    /** As in the name of the file. */
    String suffix() {
        return suffix;
    }

    /** As in Content-Language. */
    public String tag() {
        return tag;
    }
}
