package io.wangge.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.gateway.account.SignInRecord;
import io.wangge.gateway.account.Standing;
import io.wangge.gateway.account.Standing.SetPassword;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class SignInRecordMapperTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private final SignInRecordMapper mapper = new SignInRecordMapper();

    @Test
    void aRecordOfBeforeAccountsWereLookedAfterIsOneInUseWithItsFirstPassword() {
        Document old = new Document("failures", 3).append("lastEventAt", Date.from(NOON));
        SignInRecord read = mapper.fromDocument("handler-1", old);
        assertThat(read).isEqualTo(new SignInRecord(3, null, NOON, Standing.NEW));
        assertThat(read.passwordHash("first")).isEqualTo("first");
        assertThat(read.standing().keeps(NOON)).isTrue();
    }

    @Test
    void whatWasDecidedIsReadAsItWasWritten() {
        for (Standing standing : new Standing[] {
            Standing.NEW,
            new Standing(NOON, new SetPassword("hash", NOON, NOON.plusSeconds(60)), NOON),
            new Standing(null, new SetPassword("hash", NOON, null), NOON)
        }) {
            SignInRecord record = new SignInRecord(1, NOON, NOON, standing);
            assertThat(mapper.fromDocument("handler-1", mapper.toDocument(record)))
                    .isEqualTo(record);
        }
    }
}
