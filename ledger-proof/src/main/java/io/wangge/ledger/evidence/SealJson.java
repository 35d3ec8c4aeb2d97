package io.wangge.ledger.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wangge.ledger.seal.CaseProof;
import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.PublicKeys;
import io.wangge.ledger.seal.Published;
import io.wangge.ledger.seal.Seal;
import io.wangge.ledger.seal.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Proofs, public keys and published seals as files. */
public final class SealJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private SealJson() {}

    public static String write(CaseProof proof) {
        return MAPPER.writeValueAsString(proof);
    }

    /** @throws IllegalArgumentException when the file is no proof */
    public static CaseProof proof(Path file) {
        try {
            CaseProof proof = MAPPER.readValue(Files.readString(file), CaseProof.class);
            if (proof != null && CaseProof.FORMAT.equals(proof.format())) {
                return proof;
            }
        } catch (JacksonException e) {
            // said below
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(file + " is no proof of a case (" + CaseProof.FORMAT + ")");
    }

    /** One line of the file of seals. */
    public static String line(Seal seal) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", "seal");
        line.put("no", seal.no());
        line.put("day", seal.day());
        line.put("closedAt", seal.closedAt().toString());
        line.put("entries", seal.entries());
        line.put("root", seal.root());
        line.put("prevHash", seal.prevHash());
        return signed(line, seal.hash(), seal.signature());
    }

    public static String line(DaySeal day) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", "day");
        line.put("no", day.no());
        line.put("day", day.day());
        line.put("firstSeal", day.firstSeal());
        line.put("lastSeal", day.lastSeal());
        line.put("root", day.root());
        line.put("prevHash", day.prevHash());
        return signed(line, day.hash(), day.signature());
    }

    private static String signed(Map<String, Object> line, String hash, @Nullable Signature signature) {
        line.put("hash", hash);
        if (signature != null) {
            line.put("keyId", signature.keyId());
            line.put("signature", signature.value());
        }
        return MAPPER.writeValueAsString(line);
    }

    /** Reads the append-only file of seals; a last line that was cut off by a crash is passed over. */
    public static Published published(Path file) {
        Published published = Published.nothing();
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> add(published, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return published;
    }

    private static void add(Published published, String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            (node.path("kind").asString("").equals("day") ? published.days() : published.seals())
                    .putIfAbsent(node.path("no").asLong(), node.path("hash").asString(""));
        } catch (JacksonException e) {
            // half a line
        }
    }

    /** A JWK set (RFC 7517, RFC 8037). */
    public static Map<String, Object> jwks(PublicKeys keys) {
        return Map.of(
                "keys",
                keys.all().stream()
                        .map(key ->
                                Map.of("kty", "OKP", "crv", "Ed25519", "use", "sig", "kid", key.keyId(), "x", key.x()))
                        .toList());
    }

    public static String write(PublicKeys keys) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(jwks(keys));
    }

    /** @throws IllegalArgumentException when the file is no JWK set with Ed25519 keys */
    public static PublicKeys keys(Path file) {
        try {
            List<PublicKeys.Key> keys = new ArrayList<>();
            MAPPER.readTree(Files.readString(file))
                    .path("keys")
                    .forEach(key -> keys.add(PublicKeys.Key.ofX(key.path("x").asString(""))));
            if (!keys.isEmpty()) {
                return new PublicKeys(keys);
            }
        } catch (JacksonException | IllegalArgumentException e) {
            // said below
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(file + " holds no public keys (a JWK set of Ed25519)");
    }
}
