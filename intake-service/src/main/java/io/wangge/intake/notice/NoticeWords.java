package io.wangge.intake.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of notices, in Chinese and English: {@code subject.title} and {@code subject.text}, with facts in braces. A
 * district may put a file of its own beside them; what it leaves out stays as it is.
 */
public final class NoticeWords {
    /** How {@link Telling} writes a time among the facts. */
    private static final Pattern CHINESE_TIME = Pattern.compile("(\\d{1,2})月(\\d{1,2})日 (\\d\\d:\\d\\d)");

    private static final Pattern FACT = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final String UNKNOWN = "other";
    private static final String VALUES = "values.";

    private final Properties zh;
    private final Properties en;

    private NoticeWords(Properties zh, Properties en) {
        this.zh = zh;
        this.en = en;
    }

    /** @param folder with {@code notices_zh_CN.properties} or {@code notices_en.properties} of the district; null for none */
    public static NoticeWords read(@Nullable Path folder) {
        return new NoticeWords(of("notices_zh_CN.properties", folder), of("notices_en.properties", folder));
    }

    private static Properties of(String file, @Nullable Path folder) {
        Properties words = new Properties();
        try (Reader own = new InputStreamReader(
                Objects.requireNonNull(NoticeWords.class.getResourceAsStream("/" + file), file),
                StandardCharsets.UTF_8)) {
            words.load(own);
            if (folder != null && Files.exists(folder.resolve(file))) {
                try (Reader theirs = Files.newBufferedReader(folder.resolve(file))) {
                    words.load(theirs);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Every subject that there are words for. */
    public Set<String> subjects() {
        Set<String> subjects = new TreeSet<>();
        zh.stringPropertyNames().stream()
                .filter(name -> !name.startsWith(VALUES))
                .forEach(name -> subjects.add(name.substring(0, name.lastIndexOf('.'))));
        return subjects;
    }

    public String title(String subject, Map<String, String> facts, boolean english) {
        return filled(subject + ".title", facts, english);
    }

    public String text(String subject, Map<String, String> facts, boolean english) {
        return filled(subject + ".text", facts, english);
    }

    private String filled(String key, Map<String, String> facts, boolean english) {
        Properties words = english ? en : zh;
        String pattern = words.getProperty(key);
        if (pattern == null) {
            pattern = words.getProperty(UNKNOWN + key.substring(key.lastIndexOf('.')), "");
        }
        Matcher matcher = FACT.matcher(pattern);
        return matcher.replaceAll(found -> {
            String said = said(found.group(1), facts, words);
            return Matcher.quoteReplacement(english ? inEnglish(said) : said);
        });
    }

    private static String inEnglish(String value) {
        Matcher time = CHINESE_TIME.matcher(value);
        if (!time.matches()) {
            return value;
        }
        String month = Month.of(Integer.parseInt(time.group(1))).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return time.group(2) + " " + month + " " + time.group(3);
    }

    /** What is a code among ourselves is a word for people: {@code values.card.YELLOW}. */
    private static String said(String name, Map<String, String> facts, Properties words) {
        String value = facts.getOrDefault(name, "—");
        return words.getProperty(VALUES + name + "." + value, value);
    }
}
