package io.wangge.intake.open311;

import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.report.Channel;
import io.wangge.intake.report.FieldFault;
import io.wangge.intake.report.NewReport;
import io.wangge.intake.report.ReportDraft;
import io.wangge.intake.report.ReportForm;
import io.wangge.intake.report.ReportForm.Position;
import io.wangge.intake.report.ReportForm.Resident;
import io.wangge.intake.report.ReportReading;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** POST requests: from the arguments of the standard to a report, or to everything that is wrong with them. */
public sealed interface Submission {
    /** @param extras what a report has no place for */
    record Readable(NewReport report, Extras extras) implements Submission {}

    record Faulty(List<Fault> faults) implements Submission {}

    /**
     * What the standard lets a client say beside a report; stays in intake.
     *
     * @param mediaUrl shown to whoever handles the matter, never fetched by us and never published
     */
    record Extras(
            @Nullable String email,
            @Nullable String deviceId,
            @Nullable String accountId,
            @Nullable String mediaUrl) {
        public boolean isEmpty() {
            return email == null && deviceId == null && accountId == null && mediaUrl == null;
        }

        @Override
        public String toString() {
            return "Extras[…]";
        }
    }

    /** As our form names it → as the standard does. */
    Map<String, String> NAMES = Map.of(
            "text", "description",
            "location", "lat",
            "location.coordinates", "lat",
            "address", "address_string",
            "resident.name", "first_name",
            "resident.phone", "phone",
            "assetId", "attribute[" + Attribute.ASSET_ID + "]",
            "observedAt", "attribute[" + Attribute.OBSERVED_AT + "]",
            "nature", "attribute[" + Attribute.NATURE + "]");

    Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    /** "Free form text limited to 4,000 characters." */
    int DESCRIPTION_LIMIT = 4000;

    int ID_LIMIT = 200;
    int URL_LIMIT = 1000;

    /** @param id of the report that it becomes */
    static Submission read(Arguments arguments, CategoryItem service, String id, Instant now) {
        List<Fault> faults = new ArrayList<>();
        Extras extras = extras(arguments, faults);
        ReportForm form = form(arguments, service, id, extras, faults);
        attributes(arguments, service, faults);
        return switch (ReportReading.of(form, now)) {
            case ReportReading.Readable(NewReport report) when faults.isEmpty() -> new Readable(report, extras);
            case ReportReading.Readable readable -> new Faulty(faults);
            case ReportReading.Faulty(var wrong) -> {
                wrong.stream()
                        .map(fault -> new Fault(400, inTheStandardsWords(fault)))
                        .forEach(faults::add);
                yield new Faulty(faults);
            }
        };
    }

    private static FieldFault inTheStandardsWords(FieldFault fault) {
        return new FieldFault(NAMES.getOrDefault(fault.field(), fault.field()), fault.reason(), fault.facts());
    }

    private static ReportForm form(
            Arguments arguments, CategoryItem service, String id, Extras extras, List<Fault> faults) {
        Double lat = arguments.number("lat", faults);
        Double longitude = arguments.number("long", faults);
        String address = addressOf(arguments);
        String description = arguments.one("description");
        if (description != null && description.codePointCount(0, description.length()) > DESCRIPTION_LIMIT) {
            faults.add(Fault.wrong("description", "too-long", Map.of("max", DESCRIPTION_LIMIT)));
        }
        boolean half = (arguments.one("lat") == null) != (arguments.one("long") == null);
        if (half || arguments.one("lat") == null && address == null) {
            faults.add(Fault.wrong(half && lat != null ? "long" : "lat", "location-needed"));
        }
        return new ReportDraft(id)
                .category(service.id())
                .text(textOf(arguments, service, extras))
                .location(lat == null || longitude == null ? null : new Position("Point", List.of(longitude, lat)))
                .channel(Channel.OPEN311.name())
                .nature(first(arguments.attribute(Attribute.NATURE)))
                .observedAt(first(arguments.attribute(Attribute.OBSERVED_AT)))
                .resident(resident(arguments))
                .assetId(first(arguments.attribute(Attribute.ASSET_ID)))
                .address(address)
                .form();
    }

    /** Without a description the service says what it is about; whoever handles it sees where the picture is. */
    private static String textOf(Arguments arguments, CategoryItem service, Extras extras) {
        String description = Objects.requireNonNullElse(arguments.one("description"), service.subclassZh());
        return extras.mediaUrl() == null ? description : description + "\n附图 media: " + extras.mediaUrl();
    }

    private static @Nullable String addressOf(Arguments arguments) {
        String address = arguments.one("address_string");
        String addressId = arguments.one("address_id");
        if (addressId == null) {
            return address;
        }
        return address == null ? "地址编号 address_id: " + addressId : address + " (" + addressId + ")";
    }

    /** A Chinese name has no blank between its parts. */
    private static @Nullable Resident resident(Arguments arguments) {
        String given = Objects.requireNonNullElse(arguments.one("first_name"), "");
        String family = Objects.requireNonNullElse(arguments.one("last_name"), "");
        boolean chinese = (given + family).codePoints().anyMatch(Character::isIdeographic);
        String name = chinese ? family + given : (given + " " + family).strip();
        String phone = arguments.one("phone");
        return name.isEmpty() && phone == null ? null : new Resident(name.isEmpty() ? null : name, phone, null);
    }

    private static Extras extras(Arguments arguments, List<Fault> faults) {
        return new Extras(
                fitting(arguments, "email", value -> EMAIL.matcher(value).matches(), "not-an-email", faults),
                fitting(arguments, "device_id", value -> value.length() <= ID_LIMIT, "not-a-code", faults),
                fitting(arguments, "account_id", value -> value.length() <= ID_LIMIT, "not-a-code", faults),
                fitting(arguments, "media_url", Submission::isWebAddress, "not-a-web-address", faults));
    }

    private static @Nullable String fitting(
            Arguments arguments, String name, Predicate<String> fits, String reason, List<Fault> faults) {
        String value = arguments.one(name);
        if (value != null && !fits.test(value)) {
            faults.add(Fault.wrong(name, reason));
            return null;
        }
        return value;
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = new URI(value);
            return value.length() <= URL_LIMIT
                    && uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** What a list offers is all that it takes; what is required must be there. Unknown attributes are passed over. */
    private static void attributes(Arguments arguments, CategoryItem service, List<Fault> faults) {
        for (Attribute attribute : Attribute.of(service)) {
            List<String> given = arguments.attribute(attribute.code());
            String field = "attribute[" + attribute.code() + "]";
            if (attribute.required() && given.isEmpty()) {
                faults.add(Fault.wrong(field, "required"));
            }
            List<String> keys =
                    attribute.values().stream().map(Attribute.Value::key).toList();
            if (!keys.isEmpty() && !keys.containsAll(given)) {
                faults.add(Fault.wrong(field, "unknown-value", Map.of("allowed", String.join(", ", keys))));
            }
        }
    }

    private static @Nullable String first(List<String> values) {
        return Stream.ofNullable(values.isEmpty() ? null : values.getFirst())
                .findFirst()
                .orElse(null);
    }
}
