package io.wangge.intake.desk;

import io.wangge.contracts.Actor;
import io.wangge.contracts.directory.Directory;
import io.wangge.contracts.directory.DirectoryEvent.CategoryItem;
import io.wangge.contracts.directory.DirectoryKind;
import io.wangge.intake.apikey.ApiKey;
import io.wangge.intake.open311.RequestQuery;
import io.wangge.intake.open311.ServiceRequest;
import io.wangge.intake.open311.Services;
import io.wangge.intake.open311.Submission;
import io.wangge.intake.report.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Open311 GeoReport v2: whoever holds a key files, everybody reads what is public. */
public final class ServiceRequests {
    private final TakeInReport takeIn;
    private final PublicReports reports;
    private final Supplier<Directory> directory;

    public ServiceRequests(TakeInReport takeIn, PublicReports reports, Supplier<Directory> directory) {
        this.takeIn = takeIn;
        this.reports = reports;
        this.directory = directory;
    }

    public List<CategoryItem> services() {
        return Services.offered(directory.get());
    }

    public Optional<CategoryItem> service(String code) {
        return Services.offered(directory.get(), code);
    }

    /** When what is offered last changed: the version of the table. */
    public long changeset() {
        return directory.get().version(DirectoryKind.CATEGORY);
    }

    /** @return as {@link TakeInReport#take} */
    public TakenIn file(ApiKey key, Submission.Readable submission, @Nullable String traceparent) {
        // First: a report without them would never get them, they alone harm nobody.
        if (!submission.extras().isEmpty()) {
            reports.keepExtras(submission.report().id(), key.id(), submission.extras());
        }
        return takeIn.takeFromOutside(Actor.system("api-key:" + key.id()), submission.report(), traceparent);
    }

    public List<ServiceRequest> find(RequestQuery query) {
        Directory now = directory.get();
        List<Report> found = query.ids().isEmpty()
                ? reports.find(query, codes(now, true), codes(now, false))
                : reports.numbered(query.ids());
        return found.stream().flatMap(report -> published(report, now).stream()).toList();
    }

    public Optional<ServiceRequest> one(String trackingNumber) {
        Directory now = directory.get();
        return reports.numbered(List.of(trackingNumber)).stream().findFirst().flatMap(report -> published(report, now));
    }

    /** What became of a token. */
    public sealed interface Awaited {
        record Unknown() implements Awaited {}

        /** Nobody has looked yet. */
        record NotYet() implements Awaited {}

        record Known(String requestId) implements Awaited {}
    }

    public Awaited awaited(String token) {
        Directory now = directory.get();
        return reports.withId(token)
                .<Awaited>map(report -> published(report, now)
                        .<Awaited>map(request -> new Awaited.Known(request.id()))
                        .orElseGet(Awaited.NotYet::new))
                .orElseGet(Awaited.Unknown::new);
    }

    private static Optional<ServiceRequest> published(Report report, Directory now) {
        return Optional.ofNullable(report.received().category())
                .flatMap(now::category)
                .flatMap(service -> ServiceRequest.of(report, service));
    }

    private static Set<String> codes(Directory now, boolean batchOnly) {
        return now.categories().stream()
                .filter(category -> !batchOnly || Services.isBatch(category))
                .filter(Services::isInTheOpen)
                .map(CategoryItem::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
