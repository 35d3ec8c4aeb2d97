package io.wangge.kit.problem;

import io.wangge.kit.json.HttpJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The words of problems: {@code CODE.title}, {@code CODE.detail}, {@code CODE.remedy}, and for fields
 * {@code field.REASON.reason} and {@code field.REASON.remedy}. They come from the kit's {@code problems_LANGUAGE.properties}
 * and the service's {@code problems-SERVICE_LANGUAGE.properties} on the class path (UTF-8), which may say a thing in words
 * of its own. Facts are named in braces: {@code {current}}.
 */
public final class ProblemTexts {
    private static final Pattern FACT = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(HttpJson.ZONE);

    private final Map<ProblemLanguage, Properties> texts = new EnumMap<>(ProblemLanguage.class);

    private ProblemTexts() {}

    /** @param service its short name, as in {@code problems-dispatch_en.properties}; such files need not exist */
    public static ProblemTexts of(String service) {
        ProblemTexts all = new ProblemTexts();
        for (ProblemLanguage language : ProblemLanguage.values()) {
            Properties merged = new Properties();
            load(merged, "problems_" + language.suffix() + ".properties");
            load(merged, "problems-" + service + "_" + language.suffix() + ".properties");
            all.texts.put(language, merged);
        }
        return all;
    }

    private static void load(Properties into, String file) {
        try (InputStream in = ProblemTexts.class.getClassLoader().getResourceAsStream(file)) {
            if (in != null) {
                into.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Texts of problems in " + file + " cannot be read", e);
        }
    }

    /** The text under {@code key} with its facts filled in; empty when there is none. */
    public Optional<String> text(ProblemLanguage language, String key, Map<String, Object> facts) {
        Properties properties = texts.get(language);
        String pattern = properties == null ? null : properties.getProperty(key);
        return Optional.ofNullable(pattern).map(found -> filled(found, language, facts));
    }

    /**
     * For a service's own test: every code that it answers with must be worded.
     *
     * @return what is missing, such as {@code en: ceiling-reached.remedy}; empty when all is there
     */
    public List<String> missingFor(Collection<String> codes) {
        return missing(codes.stream().flatMap(code -> Stream.of(code + ".title", code + ".detail", code + ".remedy")));
    }

    /** As {@link #missingFor}, for the reasons of {@link FieldFault}. */
    public List<String> missingForFields(Collection<String> reasons) {
        return missing(reasons.stream()
                .flatMap(reason -> Stream.of("field." + reason + ".reason", "field." + reason + ".remedy")));
    }

    private List<String> missing(Stream<String> keys) {
        return keys.flatMap(key -> texts.entrySet().stream()
                        .filter(entry -> entry.getValue().getProperty(key, "").isBlank())
                        .map(entry -> entry.getKey().tag() + ": " + key))
                .sorted()
                .toList();
    }

    /** Every key that a language has, for the test that no other lacks it. */
    Set<String> keys(ProblemLanguage language) {
        Properties properties = texts.get(language);
        return properties == null ? Set.of() : properties.stringPropertyNames();
    }

    private static String filled(String pattern, ProblemLanguage language, Map<String, Object> facts) {
        return FACT.matcher(pattern)
                .replaceAll(match -> Matcher.quoteReplacement(worded(facts.get(match.group(1)), language)));
    }

    private static String worded(@Nullable Object fact, ProblemLanguage language) {
        return switch (fact) {
            case null -> "?";
            case Instant instant -> MINUTE.format(instant);
            case Duration duration -> worded(duration, language);
            case Iterable<?> several -> String.join(language == ProblemLanguage.ZH_CN ? "、" : ", ", strings(several));
            default -> fact.toString();
        };
    }

    private static Iterable<String> strings(Iterable<?> several) {
        return StreamSupport.stream(several.spliterator(), false)
                .map(String::valueOf)
                .toList();
    }

    private static String worded(Duration duration, ProblemLanguage language) {
        boolean chinese = language == ProblemLanguage.ZH_CN;
        long minutes = duration.toMinutes();
        if (minutes < 60) {
            return minutes + (chinese ? " 分钟" : " min");
        }
        String hours = minutes / 60 + (chinese ? " 小时" : " h");
        return minutes % 60 == 0 ? hours : hours + " " + minutes % 60 + (chinese ? " 分钟" : " min");
    }
}
