package io.wangge.kit.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code If-Match: "12"}: the version that the caller has seen (RFC 9110, strong tags only). */
public final class IfMatch {
    private static final Pattern STRONG = Pattern.compile("\\s*\"(\\d{1,18})\"\\s*");

    private IfMatch() {}

    /** @throws ProblemException 428 without the header, 400 when it is no version of ours ({@code *}, weak, a list) */
    public static long version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(428, ProblemCodes.IF_MATCH_MISSING);
        }
        Matcher matcher = STRONG.matcher(header);
        if (!matcher.matches()) {
            throw ProblemException.invalid("If-Match", "bad-etag");
        }
        return Long.parseLong(matcher.group(1));
    }
}
