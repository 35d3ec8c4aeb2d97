package io.wangge.intake.http.guest;

import io.wangge.intake.desk.Notices;
import io.wangge.intake.desk.SignInGuest;
import io.wangge.intake.guest.PhoneCode;
import io.wangge.intake.http.Faults;
import io.wangge.intake.http.notice.NoticeAnswer;
import io.wangge.intake.notice.Addressee;
import io.wangge.intake.notice.NoticeWords;
import io.wangge.intake.person.PhoneNumber;
import io.wangge.intake.report.FieldFault;
import io.wangge.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 手机验证码登录, and what the signed-in resident is told. */
@RestController
@RequestMapping("/api/v1/public")
class GuestSessionController {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final int PAGE = 50;

    private final SignInGuest guests;
    private final GuestDoor door;
    private final ProofOfWork proof;
    private final Notices notices;
    private final NoticeWords words;

    GuestSessionController(SignInGuest guests, GuestDoor door, ProofOfWork proof, Notices notices, NoticeWords words) {
        this.guests = guests;
        this.door = door;
        this.proof = proof;
        this.notices = notices;
        this.words = words;
    }

    record CodeRequest(@Nullable String phone, @Nullable String proof) {
        @Override
        public String toString() {
            return "CodeRequest[…]";
        }
    }

    record CodeAnswer(long retryAfterSeconds, long goodForSeconds) {}

    @GetMapping("/challenge")
    ProofOfWork.Challenge challenge() {
        door.mustBeOpen();
        return proof.next();
    }

    /** 202 whether or not the telephone is known; 429 when it had one within a minute, or five today. */
    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CodeAnswer sendCode(@RequestBody CodeRequest request) {
        door.mustBeOpen();
        String phone = phone(request.phone());
        door.mustHaveWorked(request.proof());
        if (!guests.sendCode(phone)) {
            throw new ProblemException(429, "too-many-codes", Map.of("retryAfterSeconds", PhoneCode.PAUSE.toSeconds()));
        }
        return new CodeAnswer(PhoneCode.PAUSE.toSeconds(), PhoneCode.GOOD_FOR.toSeconds());
    }

    record SessionRequest(@Nullable String phone, @Nullable String code) {
        @Override
        public String toString() {
            return "SessionRequest[…]";
        }
    }

    /** @param expiresIn seconds */
    record SessionAnswer(String token, long expiresIn) {}

    @PostMapping("/sessions")
    SessionAnswer signIn(@RequestBody SessionRequest request) {
        door.mustBeOpen();
        String phone = phone(request.phone());
        String code = request.code() == null ? "" : request.code().strip();
        return (CODE.matcher(code).matches() ? guests.signIn(phone, code) : java.util.Optional.<String>empty())
                .map(token -> new SessionAnswer(token, SignInGuest.SESSION.toSeconds()))
                .orElseThrow(() -> new ProblemException(401, "code-wrong"));
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        door.token(authorization).ifPresent(guests::signOut);
    }

    record NoticesAnswer(List<NoticeAnswer> items, int unread) {}

    /** The latest, with the links that were sent, so that who lost a message can still answer. */
    @GetMapping("/notices")
    NoticesAnswer notices(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        String own = Addressee.resident(door.mustBeKnown(authorization));
        List<NoticeAnswer> items = notices.page(List.of(own), own, false, null, PAGE).stream()
                .map(read -> NoticeAnswer.of(read.notice(), read.read(), words))
                .toList();
        return new NoticesAnswer(items, notices.unread(List.of(own), own, PAGE));
    }

    @PostMapping("/notices/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markRead(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        String own = Addressee.resident(door.mustBeKnown(authorization));
        notices.markRead(List.of(own), own, null);
    }

    /** Codes go to mobiles: a landline cannot read one, and foreign numbers are what message pumping is paid for. */
    private static String phone(@Nullable String written) {
        return PhoneNumber.normalise(written == null ? "" : written)
                .filter(phone -> MOBILE.matcher(phone).matches())
                .orElseThrow(() -> Faults.problem(List.of(FieldFault.of("phone", "not-a-mobile"))));
    }
}
