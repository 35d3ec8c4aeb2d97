package io.wangge.intake.person;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Telephone and identity card numbers within a text, made unreadable where many texts are shown at once. Enough stays to
 * tell two apart: 138****5678, 33**************34.
 */
public final class SensitiveNumbers {
    /** Provinces' two digits, four more of the place, birthday, three of sequence, check digit. */
    private static final String PROVINCE = "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)";

    private static final String DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
    private static final Pattern IDENTITY_CARD = Pattern.compile(
            "(?<!\\d)" + PROVINCE + "\\d{4}(?:(?:19|20)\\d{2}" + DAY + "\\d{3}[\\dXx]|\\d{2}" + DAY + "\\d{3})(?!\\d)");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:(?:\\+|00)?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");
    private static final Pattern LANDLINE = Pattern.compile("(?<!\\d)0\\d{2,3}[- ]?[2-9]\\d{6,7}(?!\\d)");

    private SensitiveNumbers() {}

    /** The text with such numbers masked, full-width digits too; otherwise as it is. */
    public static String masked(String text) {
        if (text.codePoints().filter(Character::isDigit).count() < 7) {
            return text;
        }
        String plain = withPlainDigits(text);
        String cards = IDENTITY_CARD.matcher(plain).replaceAll(found -> kept(found, 2, 2));
        String mobiles = MOBILE.matcher(cards).replaceAll(SensitiveNumbers::phone);
        return LANDLINE.matcher(mobiles).replaceAll(found -> kept(found, 3, 2));
    }

    private static String phone(MatchResult found) {
        String digits = found.group().replaceAll("\\D", "");
        String bare = digits.substring(digits.length() - 11);
        return bare.substring(0, 3) + "****" + bare.substring(7);
    }

    private static String kept(MatchResult found, int first, int last) {
        String number = found.group();
        return number.substring(0, first)
                + "*".repeat(number.length() - first - last)
                + number.substring(number.length() - last);
    }

    /** Only digits and dashes change, so that the rest of the text stays as it was written. */
    private static String withPlainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isDigit(point)) {
                plain.append(Character.digit(point, 10));
            } else if (point == '－' || point == '‐' || point == '–' || point == 'Ｘ') {
                plain.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                        .replace('‐', '-')
                        .replace('–', '-'));
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }
}
