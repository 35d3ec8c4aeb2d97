package io.wangge.intake.topic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sorts what was said in one bucket into topics: the word that most people used makes the first, those who used it are put
 * aside, and so on. Says the same whatever the order of the marks; its cost is bounded by how many there may be.
 */
public final class Grouping {
    /** Of one place and category; the latest ones count. */
    public static final int MOST_MARKS = 2000;

    private static final int MOST_TOPICS = 20;
    private static final int WORDS_SHOWN = 4;
    private static final int REPORTS_SHOWN = 50;

    private final int leastPeople;

    /** @param leastPeople fewer make no topic */
    public Grouping(int leastPeople) {
        this.leastPeople = leastPeople;
    }

    /** @param saidByAll terms that the category's own name has: they tell nothing more */
    public List<Topic> of(Mark.Bucket bucket, Collection<Mark> marks, Set<String> saidByAll) {
        List<Mark> left = new ArrayList<>(marks);
        List<Topic> topics = new ArrayList<>();
        while (topics.size() < MOST_TOPICS) {
            String word = commonest(left, saidByAll);
            if (word.isEmpty()) {
                break;
            }
            List<Mark> sharing =
                    left.stream().filter(mark -> mark.terms().contains(word)).toList();
            topics.add(topic(bucket, word, sharing, saidByAll));
            left.removeAll(new HashSet<>(sharing));
        }
        if (people(left) >= leastPeople) {
            topics.add(topic(bucket, "", left, saidByAll));
        }
        return topics;
    }

    /** Empty when too few share any. */
    private String commonest(List<Mark> marks, Set<String> saidByAll) {
        return peopleByTerm(marks, saidByAll).entrySet().stream()
                .filter(entry -> entry.getValue().size() >= leastPeople)
                .max(Comparator.<Map.Entry<String, Set<String>>>comparingInt(
                                entry -> entry.getValue().size())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static Map<String, Set<String>> peopleByTerm(List<Mark> marks, Set<String> saidByAll) {
        Map<String, Set<String>> people = new HashMap<>();
        for (Mark mark : marks) {
            for (String term : mark.terms()) {
                if (!saidByAll.contains(term) && !term.chars().allMatch(Character::isDigit)) {
                    people.computeIfAbsent(term, any -> new HashSet<>()).add(mark.personId());
                }
            }
        }
        return people;
    }

    private static int people(Collection<Mark> marks) {
        return (int) marks.stream().map(Mark::personId).distinct().count();
    }

    private static Topic topic(Mark.Bucket bucket, String word, List<Mark> marks, Set<String> saidByAll) {
        int people = people(marks);
        List<Mark> latest = marks.stream()
                .sorted(Comparator.comparing(Mark::at).reversed().thenComparing(Mark::id))
                .toList();
        Map<YearMonth, Set<String>> byMonth = new HashMap<>();
        marks.forEach(mark ->
                byMonth.computeIfAbsent(mark.month(), any -> new HashSet<>()).add(mark.personId()));
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        byMonth.forEach((month, persons) -> months.put(month, persons.size()));
        List<String> reports = latest.stream().map(Mark::reportId).distinct().toList();
        return new Topic(
                idOf(bucket, word),
                bucket,
                word,
                wordsOf(marks, people, saidByAll),
                people,
                reports.size(),
                months,
                latest.getLast().at(),
                latest.getFirst().at(),
                reports.stream().limit(REPORTS_SHOWN).toList());
    }

    private static List<String> wordsOf(List<Mark> marks, int people, Set<String> saidByAll) {
        return peopleByTerm(marks, saidByAll).entrySet().stream()
                .filter(entry -> entry.getValue().size() * 2 >= people)
                .sorted(Comparator.<Map.Entry<String, Set<String>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(WORDS_SHOWN)
                .map(Map.Entry::getKey)
                .toList();
    }

    static String idOf(Mark.Bucket bucket, String word) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((bucket.key() + " " + word).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
