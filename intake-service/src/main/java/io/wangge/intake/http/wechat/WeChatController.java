package io.wangge.intake.http.wechat;

import io.wangge.intake.desk.TalkOnWeChat;
import io.wangge.intake.wechat.Incoming;
import io.wangge.intake.wechat.MessageSeal;
import io.wangge.intake.wechat.Reply;
import io.wangge.kit.problem.ProblemCodes;
import io.wangge.kit.problem.ProblemException;
import io.wangge.kit.trace.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the platform delivers messages of the official account. Its signature is its token. */
@RestController
@RequestMapping("/api/v1/public/wechat")
class WeChatController {
    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);

    private final WeChatSettings settings;
    private final Optional<MessageSeal> seal;
    private final TalkOnWeChat talk;
    private final InstantSource clock;

    WeChatController(WeChatSettings settings, TalkOnWeChat talk, InstantSource clock) {
        this.settings = settings;
        this.talk = talk;
        this.clock = clock;
        String token = settings.token();
        this.seal = token == null || !settings.isOn()
                ? Optional.empty()
                : Optional.of(new MessageSeal(token, settings.appId(), settings.aesKey(), settings.window()));
    }

    private MessageSeal seal() {
        return seal.orElseThrow(() -> new ProblemException(404, ProblemCodes.NOT_FOUND));
    }

    /** The platform asks once whether this address is ours. */
    @GetMapping
    ResponseEntity<String> verify(
            @RequestParam(required = false) @Nullable String signature,
            @RequestParam(required = false) @Nullable String timestamp,
            @RequestParam(required = false) @Nullable String nonce,
            @RequestParam(defaultValue = "") String echostr) {
        if (!seal().isGood(signature, timestamp, nonce, null, clock.instant())) {
            throw forged();
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(echostr);
    }

    /** @param encryptType {@code aes} in the encrypted mode */
    @PostMapping
    ResponseEntity<String> receive(
            @RequestParam(required = false) @Nullable String signature,
            @RequestParam(required = false) @Nullable String timestamp,
            @RequestParam(required = false) @Nullable String nonce,
            @RequestParam(name = "encrypt_type", defaultValue = "raw") String encryptType,
            @RequestParam(name = "msg_signature", required = false) @Nullable String messageSignature,
            @RequestBody(required = false) byte @Nullable [] body) {
        MessageSeal ours = seal();
        Instant now = clock.instant();
        boolean sealed = encryptType.equals("aes");
        // With a key, nothing is taken in the clear: the weaker mode would be the way around the stronger.
        if (sealed != ours.encrypts()) {
            throw forged();
        }
        Incoming outer = Incoming.read(body == null ? "" : new String(body, StandardCharsets.UTF_8))
                .orElse(null);
        String encrypted = outer == null ? "" : outer.field("Encrypt");
        boolean good = sealed
                ? ours.isGood(messageSignature, timestamp, nonce, encrypted, now)
                : ours.isGood(signature, timestamp, nonce, null, now);
        if (!good) {
            throw forged();
        }
        Incoming message = sealed ? ours.open(encrypted).flatMap(Incoming::read).orElse(null) : outer;
        if (message == null || message.openid().isEmpty()) {
            throw ProblemException.invalid("body", "not-a-message");
        }
        String reply = Reply.text(message, talk.answer(message, Traces.current()), now);
        return ResponseEntity.ok()
                .contentType(XML)
                .body(sealed ? Reply.sealed(reply, ours, nonce == null ? "" : nonce, now) : reply);
    }

    private static ProblemException forged() {
        return new ProblemException(403, "signature-not-good");
    }
}
