package io.wangge.intake.http.place;

import java.util.Locale;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinCaseType;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * Names as they are typed on a phone, without tones; of a character with several readings the usual one.
 *
 * @param full such as {@code jinggai}
 * @param initials such as {@code jg}
 */
public record Pinyin(String full, String initials) {
    private static final HanyuPinyinOutputFormat PLAIN = new HanyuPinyinOutputFormat();

    static {
        PLAIN.setCaseType(HanyuPinyinCaseType.LOWERCASE);
        PLAIN.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        PLAIN.setVCharType(HanyuPinyinVCharType.WITH_V);
    }

    public static Pinyin of(String name) {
        StringBuilder full = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        name.chars().forEach(each -> {
            String syllable = syllableOf((char) each);
            if (!syllable.isEmpty()) {
                full.append(syllable);
                initials.append(syllable.charAt(0));
            }
        });
        return new Pinyin(full.toString(), initials.toString());
    }

    private static String syllableOf(char each) {
        if (each < 128) {
            return Character.isLetterOrDigit(each) ? String.valueOf(each).toLowerCase(Locale.ROOT) : "";
        }
        try {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(each, PLAIN);
            return readings == null || readings.length == 0 ? "" : readings[0];
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException(e);
        }
    }
}
