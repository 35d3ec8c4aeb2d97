package io.wangge.dispatch.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a district says about the form of its own data.
 *
 * @param gridCode pattern that every grid's code has, such as {@code \d{15}} (Beijing: 6 district + 3 street + 3 community +
 *     3 sequence; 16 or 20 digits elsewhere); null when any will do. Without groups, alternatives and open repetitions, so
 *     that matching it always ends soon
 * @param gridCodeNested whether a grid's code begins with the code of the unit above it
 * @param overlapTolerance square metres that two grids may have in common: borders are drawn by hand
 */
public record DistrictSettings(@Nullable String gridCode, boolean gridCodeNested, double overlapTolerance) {

    /** Any code, and borders drawn to about a metre over a length of ten. */
    public static final DistrictSettings USUAL = new DistrictSettings(null, false, 10);

    private static final int LONGEST_PATTERN = 100;

    /** What is wrong with the settings themselves. */
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        if (gridCode != null && !isPlainPattern(gridCode)) {
            findings.add(new Finding(
                    "district gridCode",
                    "it is no plain pattern such as \\d{15}: at most 100 characters, no ( ) | * + ?",
                    "不是可用的编码格式，应如 \\d{15}：最多 100 个字符，不含 ( ) | * + ?"));
        }
        if (!(overlapTolerance >= 0 && overlapTolerance <= 10_000)) {
            findings.add(new Finding(
                    "district overlapTolerance",
                    "it must lie between 0 and 10000 square metres",
                    "允许重叠面积应在 0 到 10000 平方米之间"));
        }
        return findings;
    }

    private static boolean isPlainPattern(String pattern) {
        if (pattern.length() > LONGEST_PATTERN || pattern.chars().anyMatch(c -> "()|*+?".indexOf(c) >= 0)) {
            return false;
        }
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
