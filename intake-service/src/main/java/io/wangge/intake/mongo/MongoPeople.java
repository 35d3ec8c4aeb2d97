package io.wangge.intake.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.wangge.contracts.Actor;
import io.wangge.intake.desk.People;
import io.wangge.intake.notice.Addressee;
import io.wangge.intake.notice.Audience;
import io.wangge.intake.notice.MessageChannel;
import io.wangge.intake.notice.Preferences;
import io.wangge.intake.notice.QuietHours;
import io.wangge.intake.notice.Reach;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reach from {@code persons}, preferences from {@code notice_preferences}, audiences from {@code reports}. */
public final class MongoPeople implements People {
    static final String PREFERENCES = "notice_preferences";
    static final String FOLLOWERS = "followers";

    private final MongoCollection<Document> persons;
    private final MongoCollection<Document> preferences;
    private final MongoCollection<Document> reports;

    public MongoPeople(MongoDatabase database) {
        this.persons = database.getCollection(MongoPersons.COLLECTION);
        this.preferences = database.getCollection(PREFERENCES);
        this.reports = database.getCollection(MongoReports.COLLECTION);
    }

    @Override
    public Map<String, Reach> reach(Collection<String> recipients) {
        Map<String, Reach> reach = new HashMap<>();
        List<String> personIds = new ArrayList<>();
        for (String to : recipients) {
            Addressee.phoneOf(to).ifPresent(phone -> reach.put(to, new Reach(Map.of(MessageChannel.SMS, phone))));
            Addressee.personOf(to).ifPresent(personIds::add);
        }
        if (!personIds.isEmpty()) {
            persons.find(Filters.in("_id", personIds))
                    .projection(Projections.include("phone", "openid"))
                    .forEach(person -> reach.put(Addressee.resident(person.getString("_id")), reachOf(person)));
        }
        return reach;
    }

    private static Reach reachOf(Document person) {
        Map<MessageChannel, String> addresses = new EnumMap<>(MessageChannel.class);
        Optional.ofNullable(person.getString("phone")).ifPresent(phone -> addresses.put(MessageChannel.SMS, phone));
        Optional.ofNullable(person.getString("openid"))
                .ifPresent(openid -> addresses.put(MessageChannel.WECHAT, openid));
        return new Reach(addresses);
    }

    @Override
    public Map<String, Preferences> preferences(Collection<String> recipients) {
        Map<String, Preferences> found = new HashMap<>();
        preferences
                .find(Filters.in("_id", recipients))
                .forEach(document -> found.put(document.getString("_id"), preferencesOf(document)));
        return found;
    }

    private static Preferences preferencesOf(Document document) {
        Set<MessageChannel> off = new HashSet<>();
        listOf(document, "off").forEach(channel -> off.add(MessageChannel.valueOf(channel)));
        return new Preferences(
                off, Set.copyOf(listOf(document, "muted")), quietOf(document.get("quiet", Document.class)));
    }

    private static @Nullable QuietHours quietOf(@Nullable Document quiet) {
        return quiet == null
                ? null
                : new QuietHours(
                        quiet.getBoolean("on", true),
                        LocalTime.parse(quiet.getString("from")),
                        LocalTime.parse(quiet.getString("to")));
    }

    private static @Nullable Document documentOf(@Nullable QuietHours quiet) {
        return quiet == null
                ? null
                : new Document("on", quiet.on())
                        .append("from", quiet.from().toString())
                        .append("to", quiet.to().toString());
    }

    @Override
    public void prefer(String recipient, Preferences wanted) {
        preferences.replaceOne(
                Filters.eq("_id", recipient),
                new Document("_id", recipient)
                        .append("off", wanted.off().stream().map(Enum::name).toList())
                        .append("muted", List.copyOf(wanted.muted()))
                        .append("quiet", documentOf(wanted.quiet())),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Map<String, Audience> audiences(Collection<String> caseIds) {
        Map<String, Audience> found = new HashMap<>();
        reports.find(Filters.in("_id", caseIds))
                .projection(Projections.include("residentId", ReportMapper.TRACKING_NUMBER, "firstReceiver", FOLLOWERS))
                .forEach(report -> found.put(report.getString("_id"), audienceOf(report)));
        return found;
    }

    private static Audience audienceOf(Document report) {
        Map<String, String> residents = new HashMap<>();
        Objects.requireNonNullElse(report.getList(FOLLOWERS, Document.class), List.<Document>of())
                .forEach(follower -> residents.put(follower.getString("person"), follower.getString("number")));
        String own = report.getString("residentId");
        if (own != null) {
            residents.put(own, report.getString(ReportMapper.TRACKING_NUMBER));
        }
        Document receiver = report.get("firstReceiver", Document.class);
        boolean staff = Actor.Kind.STAFF.name().equals(receiver.getString("kind"));
        return new Audience(staff ? receiver.getString("id") : null, residents);
    }

    @Override
    public void follow(String caseId, String otherCaseId, List<String> personIds) {
        Map<String, String> numbers = audiences(List.of(otherCaseId))
                .getOrDefault(otherCaseId, Audience.NOBODY)
                .residents();
        List<Document> followers = personIds.stream()
                .map(person -> follower(person, numbers.getOrDefault(person, "")))
                .toList();
        reports.updateOne(Filters.eq("_id", caseId), Updates.addEachToSet(FOLLOWERS, followers));
    }

    @Override
    public void follow(String caseId, String personId, String trackingNumber) {
        reports.updateOne(Filters.eq("_id", caseId), Updates.addToSet(FOLLOWERS, follower(personId, trackingNumber)));
    }

    private static Document follower(String personId, String trackingNumber) {
        return new Document("person", personId).append("number", trackingNumber);
    }

    @Override
    public void unfollow(String caseId, List<String> personIds) {
        reports.updateOne(Filters.eq("_id", caseId), Updates.pull(FOLLOWERS, Filters.in("person", personIds)));
    }

    private static List<String> listOf(Document document, String field) {
        @Nullable List<String> list = document.getList(field, String.class);
        return Objects.requireNonNullElse(list, List.of());
    }
}
