package io.wangge.intake.http.open311;

import io.wangge.contracts.GeoPoint;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.intake.http.open311.Open311Answer.Items;
import io.wangge.intake.http.open311.Open311Answer.Leaf;
import io.wangge.intake.http.open311.Open311Answer.Parts;
import io.wangge.intake.open311.Attribute;
import io.wangge.intake.open311.ServiceRequest;
import io.wangge.intake.open311.Services;
import io.wangge.kit.json.HttpJson;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The fields of each answer, in the order of the standard's tables. */
final class Open311Answers {
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private Open311Answers() {}

    static Parts discovery(Open311Settings settings, Instant changed) {
        Parts endpoint = Open311Answer.parts()
                .leaf("specification", SPECIFICATION)
                .leaf("url", settings.url().toString())
                .leaf("changeset", time(changed))
                .leaf("type", settings.type())
                .part("formats", new Items("format", List.of(new Leaf("text/xml"), new Leaf("application/json"))))
                .done();
        return Open311Answer.parts()
                .leaf("changeset", time(changed))
                .leaf("contact", settings.contact())
                .leaf("key_service", settings.keyService())
                .part("endpoints", new Items("endpoint", List.of(endpoint)))
                .done();
    }

    static Items services(List<CategoryItem> services, boolean chinese) {
        return new Items(
                "service",
                services.stream().map(service -> service(service, chinese)).toList());
    }

    private static Parts service(CategoryItem of, boolean chinese) {
        return Open311Answer.parts()
                .leaf("service_code", of.id())
                .leaf("service_name", name(of, chinese))
                .leaf("description", of.filingCondition())
                .leaf("metadata", true)
                .leaf("type", Services.isBatch(of) ? "batch" : "realtime")
                .leaf("keywords", String.join(", ", of.subclassZh(), of.subclassEn(), of.classZh(), of.classEn()))
                .leaf("group", chinese ? of.classZh() : of.classEn())
                .done();
    }

    private static String name(CategoryItem of, boolean chinese) {
        return chinese ? of.subclassZh() : of.subclassEn();
    }

    static Parts definition(CategoryItem service, boolean chinese) {
        List<Attribute> attributes = Attribute.of(service);
        return Open311Answer.parts()
                .leaf("service_code", service.id())
                .part(
                        "attributes",
                        new Items(
                                "attribute",
                                IntStream.range(0, attributes.size())
                                        .mapToObj(at -> attribute(attributes.get(at), at + 1, chinese))
                                        .toList()))
                .done();
    }

    private static Parts attribute(Attribute of, int order, boolean chinese) {
        String hint = of.hint().in(chinese);
        var parts = Open311Answer.parts()
                .leaf("variable", of.variable())
                .leaf("code", of.code())
                .leaf("datatype", of.datatype())
                .leaf("required", of.required())
                .leaf("datatype_description", hint.isEmpty() ? null : hint)
                .leaf("order", order)
                .leaf("description", of.description().in(chinese));
        return of.values().isEmpty()
                ? parts.done()
                : parts.part(
                                "values",
                                new Items(
                                        "value",
                                        of.values().stream()
                                                .map(value -> Open311Answer.parts()
                                                        .leaf("key", value.key())
                                                        .leaf(
                                                                "name",
                                                                value.name().in(chinese))
                                                        .done())
                                                .toList()))
                        .done();
    }

    /** @param requestId null for a batch service, whose reporter gets the token */
    static Items filed(@Nullable String requestId, @Nullable String token, String notice, @Nullable String accountId) {
        var parts = Open311Answer.parts();
        if (requestId == null) {
            parts.leaf("token", token);
        } else {
            parts.leaf("service_request_id", requestId);
        }
        return request(parts.leaf("service_notice", notice)
                .leaf("account_id", accountId)
                .done());
    }

    static Items token(String token, @Nullable String requestId) {
        return request(Open311Answer.parts()
                .leaf("service_request_id", requestId)
                .leaf("token", token)
                .done());
    }

    private static Items request(Parts one) {
        return new Items("request", List.of(one));
    }

    static Items requests(List<ServiceRequest> requests, boolean extended, boolean chinese) {
        return new Items(
                "request",
                requests.stream()
                        .map(request -> published(request, extended, chinese))
                        .toList());
    }

    private static Parts published(ServiceRequest of, boolean extended, boolean chinese) {
        GeoPoint position = of.position();
        var parts = Open311Answer.parts()
                .leaf("service_request_id", of.id())
                .leaf("status", of.open() ? "open" : "closed")
                .leaf("status_notes", of.statusNotes().in(chinese))
                .leaf("service_name", name(of.service(), chinese))
                .leaf("service_code", of.service().id())
                .leaf("description", of.description())
                .leaf("agency_responsible", of.service().leadKind())
                .leaf("service_notice", Attribute.promise(of.service()).in(chinese))
                .leaf("requested_datetime", time(of.requestedAt()))
                .leaf("updated_datetime", time(of.updatedAt()))
                .leaf("expected_datetime", null)
                .leaf("address", of.address())
                .leaf("address_id", null)
                .leaf("zipcode", null)
                .leaf("lat", position == null ? null : position.latitude())
                .leaf("long", position == null ? null : position.longitude())
                .leaf("media_url", null);
        return extended
                ? parts.part(
                                "extended_attributes",
                                Open311Answer.parts()
                                        .leaf("case_number", of.caseNumber())
                                        .leaf("grid_code", of.gridCode())
                                        .done())
                        .done()
                : parts.done();
    }

    /** W3C's note on times, to the second, with the district's offset. */
    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(HttpJson.ZONE));
    }
}
