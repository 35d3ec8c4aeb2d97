package io.wangge.intake.desk;

import io.wangge.contracts.notice.NoticeEvent.Raised;
import io.wangge.contracts.notice.NoticeEvent.Recipient;
import io.wangge.intake.guest.Guests;
import io.wangge.intake.guest.PhoneCode;
import io.wangge.intake.notice.CaseNotices.Told;
import io.wangge.intake.person.Contact;
import io.wangge.intake.person.Persons;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** 手机验证码登录: a code to the telephone, and for the right code a short session of that person alone. */
public final class SignInGuest {
    public static final Duration SESSION = Duration.ofHours(2);

    private final Guests guests;
    private final Persons persons;
    private final TellPeople tell;
    private final RandomSource random;
    private final Supplier<String> codes;
    private final InstantSource clock;

    /** @param codes six digits, from a source that nobody can predict */
    public SignInGuest(
            Guests guests,
            Persons persons,
            TellPeople tell,
            RandomSource random,
            Supplier<String> codes,
            InstantSource clock) {
        this.guests = guests;
        this.persons = persons;
        this.tell = tell;
        this.random = random;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Sends a code. Whether the telephone is known here makes no difference to anybody outside.
     *
     * @param phone in the normal form
     * @return false when the telephone had one lately or too many today
     */
    public boolean sendCode(String phone) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        String code = codes.get();
        PhoneCode made = new PhoneCode(phone, hash(phone + " " + code), now);
        if (!guests.keep(made)) {
            return false;
        }
        Raised raised = new Raised(
                "phone-code:" + random.salt(),
                // Whom it belongs to is not known before it comes back.
                Recipient.resident(""),
                "phone-code",
                Map.of("code", code, "minutes", Long.toString(PhoneCode.GOOD_FOR.toMinutes())),
                null,
                null,
                true,
                made.expiresAt());
        tell.tell(new Told(raised, now), phone);
        return true;
    }

    /** @return token of the session; empty when the code is wrong, over, used or tried too often: which, nobody is told */
    public Optional<String> signIn(String phone, String code) {
        Instant now = clock.instant();
        String tried = hash(phone + " " + code);
        boolean right = guests.tryCode(phone, now)
                .filter(hash -> MessageDigest.isEqual(bytes(hash), bytes(tried)))
                .isPresent();
        if (!right || !guests.use(phone, tried)) {
            return Optional.empty();
        }
        String personId = persons.identify(new Contact(null, phone, null), random.personId());
        String token = random.salt() + random.salt();
        guests.open(hash(token), personId, now.plus(SESSION));
        return Optional.of(token);
    }

    /** @return the person whose session it is */
    public Optional<String> personOf(String token) {
        return guests.personOf(hash(token), clock.instant());
    }

    public void signOut(String token) {
        guests.close(hash(token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
