package io.wangge.intake.report;

import static io.wangge.intake.report.Wording.isWellFormed;
import static io.wangge.intake.report.Wording.lengthOf;
import static io.wangge.intake.report.Wording.trimmed;

import io.wangge.contracts.Urgency;
import io.wangge.contracts.report.Channel;
import io.wangge.contracts.report.Nature;
import io.wangge.intake.person.PhoneNumber;
import io.wangge.intake.report.ReportForm.OnSpot;
import io.wangge.intake.report.ReportForm.Resident;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form must keep to be taken in. All faults are told at once, so that somebody with a bad line in the field sends
 * it again only once. Nothing here refuses a matter for its category or its place: that is dispatch's to sort out.
 */
public final class ReportRules {
    /** Long enough for an account of a dispute, short enough for one screen of the holder. */
    public static final int TEXT_LIMIT = 2000;

    /** What the standard lets a description be (GeoReport v2, POST Service Request), and the address of a picture. */
    static final int OPEN311_TEXT_LIMIT = 5100;

    static final int NAME_LIMIT = 64;
    static final int ATTACHMENT_LIMIT = 20;
    static final int REFERENCE_LIMIT = 200;

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern CATEGORY = Pattern.compile("[0-9A-Za-z-]{1,8}");
    /** The format is data of each city (15 digits in Beijing, 16 or 20 elsewhere): only what no code can be is refused. */
    private static final Pattern GRID_CODE = Pattern.compile("[\\p{L}\\p{N}._-]{1,40}");

    private static final List<String> IN_PERSON = List.of(Channel.RECEPTION.name(), Channel.VISIT.name());

    private static final Pattern STAFF_ID = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    private static final Pattern ATTACHMENT_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /** One thing that a form must keep. */
    @FunctionalInterface
    interface Rule {
        Stream<FieldFault> faults(ReportForm form, Instant now);
    }

    /** The client's id makes a repeat recognisable (design.md, 10). */
    static final Rule ID_IS_A_UUID = (form, now) -> uuid("id", form.id(), true);

    static final Rule TEXT_IS_THERE_AND_FITS = (form, now) ->
            text("text", form.text(), Channel.OPEN311.name().equals(form.channel()) ? OPEN311_TEXT_LIMIT : TEXT_LIMIT);

    /** Two digits of class and two of subclass here, other schemes elsewhere: syntax only. */
    static final Rule CATEGORY_IS_A_CODE = (form, now) -> code("category", form.category(), CATEGORY);

    static final Rule GRID_CODE_IS_A_CODE = (form, now) -> code("gridCode", form.gridCode(), GRID_CODE);

    /** RFC 7946: longitude first. A swapped pair in China has a "latitude" beyond 90 and is caught here. */
    static final Rule LOCATION_IS_A_POINT_ON_EARTH = (form, now) -> PlaceRules.location(form.location());

    static final Rule PLACE_IS_WELL_DESCRIBED = (form, now) -> PlaceRules.description(form);

    static final Rule URGENCY_IS_KNOWN = (form, now) -> oneOf("urgency", form.urgency(), Urgency.values());
    static final Rule CHANNEL_IS_KNOWN = (form, now) -> oneOf("channel", form.channel(), Channel.values());
    static final Rule NATURE_IS_KNOWN = (form, now) -> oneOf("nature", form.nature(), Nature.values());

    static final Rule OBSERVED_IN_LIVING_MEMORY = (form, now) -> TimeRules.observedAt(form, now);

    static final Rule TIMES_ARE_TIMES = (form, now) -> TimeRules.others(form);

    /** 现场解决: says what was done; photos stay with intake and are named by their ids. */
    static final Rule SETTLEMENT_SAYS_WHAT_WAS_DONE = (form, now) -> settlement(form.settledOnSpot());

    /** As it is written on the thing, in whatever scheme the city has: syntax only. */
    static final Rule ASSET_ID_IS_A_CODE = (form, now) -> code("assetId", form.assetId(), GRID_CODE);

    /** 一号窗口: residents come in person (systems.md S20). */
    static final Rule HARD_CASES_COME_IN_PERSON =
            (form, now) -> Boolean.TRUE.equals(form.hardCase()) && !IN_PERSON.contains(String.valueOf(form.channel()))
                    ? Stream.of(FieldFault.of("hardCase", "not-in-person"))
                    : Stream.empty();

    static final Rule RESIDENT_CAN_BE_REACHED = (form, now) -> resident(form.resident());

    static final Rule SOURCE_FITS = (form, now) -> Stream.concat(
            code("agentId", form.agentId(), STAFF_ID),
            form.source() == null
                    ? Stream.empty()
                    : wording("source.reference", form.source().reference(), REFERENCE_LIMIT));

    static final Rule CHANNEL_BRINGS_WHAT_IT_MUST = (form, now) -> ChannelRules.lacking(form);

    static final List<Rule> ALL = List.of(
            ID_IS_A_UUID,
            TEXT_IS_THERE_AND_FITS,
            CATEGORY_IS_A_CODE,
            GRID_CODE_IS_A_CODE,
            LOCATION_IS_A_POINT_ON_EARTH,
            URGENCY_IS_KNOWN,
            CHANNEL_IS_KNOWN,
            NATURE_IS_KNOWN,
            OBSERVED_IN_LIVING_MEMORY,
            SETTLEMENT_SAYS_WHAT_WAS_DONE,
            RESIDENT_CAN_BE_REACHED,
            ASSET_ID_IS_A_CODE,
            HARD_CASES_COME_IN_PERSON,
            PLACE_IS_WELL_DESCRIBED,
            TIMES_ARE_TIMES,
            SOURCE_FITS,
            CHANNEL_BRINGS_WHAT_IT_MUST);

    private ReportRules() {}

    /** Everything that is wrong with {@code form}, in the order of its fields; empty when it can be taken in. */
    public static List<FieldFault> faultsOf(ReportForm form, Instant now) {
        return ALL.stream().flatMap(rule -> rule.faults(form, now)).toList();
    }

    private static Stream<FieldFault> uuid(String field, @Nullable String value, boolean needed) {
        if (value == null) {
            return needed ? Stream.of(FieldFault.of(field, "required")) : Stream.empty();
        }
        return UUID.matcher(value.strip()).matches() ? Stream.empty() : Stream.of(FieldFault.of(field, "not-a-uuid"));
    }

    private static Stream<FieldFault> text(String field, @Nullable String value, int limit) {
        if (trimmed(value) == null) {
            return Stream.of(FieldFault.of(field, "required"));
        }
        return wording(field, value, limit);
    }

    static Stream<FieldFault> wording(String field, @Nullable String value, int limit) {
        String trimmed = trimmed(value);
        if (trimmed == null) {
            return Stream.empty();
        }
        if (!isWellFormed(trimmed)) {
            return Stream.of(FieldFault.of(field, "not-well-formed"));
        }
        return lengthOf(trimmed) > limit
                ? Stream.of(new FieldFault(field, "too-long", Map.of("max", limit)))
                : Stream.empty();
    }

    private static Stream<FieldFault> code(String field, @Nullable String value, Pattern pattern) {
        String trimmed = trimmed(value);
        return trimmed == null || pattern.matcher(trimmed).matches()
                ? Stream.empty()
                : Stream.of(FieldFault.of(field, "not-a-code"));
    }

    static Stream<FieldFault> oneOf(String field, @Nullable String value, Enum<?>[] allowed) {
        if (value == null
                || Arrays.stream(allowed).anyMatch(known -> known.name().equals(value))) {
            return Stream.empty();
        }
        String names = String.join(", ", Arrays.stream(allowed).map(Enum::name).toList());
        return Stream.of(new FieldFault(field, "unknown-value", Map.of("allowed", names)));
    }

    private static Stream<FieldFault> settlement(@Nullable OnSpot onSpot) {
        if (onSpot == null) {
            return Stream.empty();
        }
        List<@Nullable String> ids = Objects.requireNonNullElse(onSpot.attachmentIds(), List.of());
        Stream<FieldFault> attachments = Stream.empty();
        if (ids.size() > ATTACHMENT_LIMIT) {
            attachments = Stream.of(
                    new FieldFault("settledOnSpot.attachmentIds", "too-many", Map.of("max", ATTACHMENT_LIMIT)));
        } else if (ids.stream()
                .anyMatch(id -> id == null || !ATTACHMENT_ID.matcher(id).matches())) {
            attachments = Stream.of(FieldFault.of("settledOnSpot.attachmentIds", "not-a-code"));
        }
        return Stream.concat(text("settledOnSpot.text", onSpot.text(), TEXT_LIMIT), attachments);
    }

    private static Stream<FieldFault> resident(@Nullable Resident resident) {
        if (resident == null) {
            return Stream.empty();
        }
        String phone = trimmed(resident.phone());
        Stream<FieldFault> phoneFault =
                phone == null || PhoneNumber.normalise(phone).isPresent()
                        ? Stream.empty()
                        : Stream.of(FieldFault.of("resident.phone", "not-a-phone-number"));
        return Stream.of(
                        wording("resident.name", resident.name(), NAME_LIMIT),
                        phoneFault,
                        uuid("resident.personId", resident.personId(), false))
                .flatMap(faults -> faults);
    }
}
