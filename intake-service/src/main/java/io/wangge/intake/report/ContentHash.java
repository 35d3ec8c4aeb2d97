package io.wangge.intake.report;

import io.wangge.contracts.GeoPoint;
import io.wangge.intake.person.Contact;
import io.wangge.intake.place.CoordinateSystem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two reports with the same id say the same. A field that is absent adds nothing, so that fields which
 * later versions add leave the hashes of old reports as they are.
 */
public final class ContentHash {
    private final MessageDigest digest;

    private ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** SHA-256 in hex over everything that {@code report} says, in normal form. */
    public static String of(NewReport report) {
        ContentHash hash = new ContentHash();
        hash.add("id", report.id());
        hash.add("category", report.category());
        hash.add("text", report.text());
        GeoPoint location = report.location();
        if (location != null) {
            hash.add("longitude", location.longitude());
            hash.add("latitude", location.latitude());
        }
        hash.add("gridCode", report.gridCode());
        hash.add("urgency", report.urgency());
        hash.add("channel", report.channel());
        hash.add("nature", report.nature());
        NewReport.Settlement settlement = report.settledOnSpot();
        if (settlement != null) {
            hash.add("settledOnSpot", settlement.text());
            settlement.attachmentIds().forEach(id -> hash.add("attachment", id));
        }
        hash.add("observedAt", report.observedAt());
        hash.add("assetId", report.assetId());
        hash.add("hardCase", report.hardCase() ? true : null);
        Contact contact = report.contact();
        if (contact != null) {
            hash.add("name", contact.name());
            hash.add("phone", contact.phone());
            hash.add("personId", contact.personId());
        }
        hash.addDetails(report.details());
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    /** Not the device's time: it is another one with each try. */
    private void addDetails(ReportDetails details) {
        if (details.equals(ReportDetails.NONE)) {
            return;
        }
        add("system", details.system() == CoordinateSystem.WGS84 ? null : details.system());
        add("accuracy", details.accuracyMetres());
        add("address", details.address());
        add("agentId", details.agentId());
        add("reference", details.reference());
        add("answerBy", details.answerBy());
        add("anonymous", details.anonymous() ? true : null);
    }

    /** With its length before it, so that no two lists of fields run into the same bytes. */
    private void add(String field, @Nullable Object value) {
        if (value != null) {
            part(field);
            part(value.toString());
        }
    }

    private void part(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
