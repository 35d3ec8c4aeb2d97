package io.wangge.ledger.http.webhook;

import io.wangge.contracts.wire.EventTypes;
import io.wangge.kit.problem.FieldFault;
import io.wangge.ledger.http.RecordFields;
import io.wangge.ledger.webhook.Subscription;
import io.wangge.ledger.webhook.Subscription.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants told.
 *
 * @param types such as {@code case.closed}, {@code case.*}, {@code report.received}, {@code callback.*}
 * @param withTexts whether free texts, which may hold personal data, go along; absent for no
 */
record WebhookBody(
        @Nullable String id,
        @Nullable String name,
        @Nullable String url,
        @Nullable List<@Nullable String> types,
        @Nullable String unitId,
        @Nullable Boolean withTexts) {
    private static final int MOST_NAME = 60;
    private static final int MOST_URL = 500;
    private static final int MOST_TYPES = 50;
    private static final Set<String> FAMILIES = Set.of("report", "case", "callback");

    Subscription read(String createdBy, Instant now, String secret, boolean allowHttp, List<FieldFault> faults) {
        return new Subscription(
                String.valueOf(id),
                RecordFields.text("name", name, MOST_NAME, faults),
                address(allowHttp, faults),
                typesRead(faults),
                RecordFields.text("unitId", unitId, 64, faults),
                Boolean.TRUE.equals(withTexts),
                true,
                null,
                List.of(new Secret(secret, null)),
                createdBy,
                now,
                null,
                null);
    }

    private URI address(boolean allowHttp, List<FieldFault> faults) {
        String said = RecordFields.text("url", url, MOST_URL, faults);
        try {
            URI address = new URI(said.strip());
            boolean scheme = "https".equals(address.getScheme()) || (allowHttp && "http".equals(address.getScheme()));
            if (scheme && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        if (!said.isEmpty()) {
            faults.add(FieldFault.of("url", "not-an-address"));
        }
        return URI.create("https://invalid.invalid/");
    }

    private List<String> typesRead(List<FieldFault> faults) {
        List<String> read = new ArrayList<>();
        if (types == null || types.isEmpty()) {
            faults.add(FieldFault.of("types", "required"));
            return read;
        }
        if (types.size() > MOST_TYPES) {
            faults.add(new FieldFault("types", "too-many", Map.of("max", MOST_TYPES)));
        }
        for (String type : types) {
            if (type == null || !isKnown(type)) {
                faults.add(FieldFault.of("types", "unknown-event-type"));
                return read;
            }
            read.add(type);
        }
        return read;
    }

    private static boolean isKnown(String type) {
        String family = type.substring(0, Math.max(0, type.indexOf('.')));
        return FAMILIES.contains(family)
                && (type.equals(family + ".*")
                        || EventTypes.all().keySet().stream()
                                .anyMatch(known -> Subscription.bare(known).equals(type)));
    }
}
