package io.wangge.systemtests;

import com.mongodb.client.model.Sorts;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens that the gateway really signed, some time ago: made with its own key, which a test would otherwise have to wait for. */
final class OldTokens {
    private OldTokens() {}

    /** A token of {@code username} that ended an hour ago. */
    static String of(World world, String username) throws GeneralSecurityException {
        Document stored = Objects.requireNonNull(world.mongo()
                .getDatabase("grid_gateway")
                .getCollection("signing_keys")
                .find()
                .sort(Sorts.ascending("_id"))
                .first());
        JsonNode key = JsonMapper.shared().readTree(stored.getString("pair"));
        long hourAgo = Instant.now().getEpochSecond() - 3600;
        String head =
                "{\"kid\":\"%s\",\"alg\":\"RS256\"}".formatted(key.path("kid").asString());
        String claims = "{\"iss\":\"wangge\",\"sub\":\"staff-%s\",\"preferred_username\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(username, username, hourAgo - 900, hourAgo);
        String signed =
                encode(head.getBytes(StandardCharsets.UTF_8)) + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(privateKey(key));
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encode(signature.sign());
    }

    private static PrivateKey privateKey(JsonNode key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(number(key, "n"), number(key, "d")));
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asString()));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
