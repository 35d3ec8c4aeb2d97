package io.wangge.ledger.offline;

import io.wangge.ledger.chain.Finding;
import io.wangge.ledger.chain.Verdict;
import java.io.PrintWriter;
import java.time.Instant;

/** A verdict in words. */
final class Words {
    private Words() {}

    /** @return exit code */
    static int say(Verdict verdict, boolean signaturesChecked, PrintWriter out) {
        Finding broken = verdict.firstBroken();
        if (broken != null) {
            out.printf(
                    "不完整 · NOT WHOLE%n%s：%s · %s%n",
                    broken.entryId(), broken.kind().zh(), broken.kind().en());
            out.flush();
            return 1;
        }
        Instant until = verdict.sealedUntil();
        out.printf(
                "链完整，%d 条记录，%d 条链，%d 个封印%s · whole: %d entries, %d chains, %d seals%s%n",
                verdict.entries(),
                verdict.streams(),
                verdict.seals(),
                until == null ? "" : "，封存至 " + until,
                verdict.entries(),
                verdict.streams(),
                verdict.seals(),
                until == null ? "" : ", sealed until " + until);
        if (verdict.unsealed() > 0) {
            out.printf("%d 条记录尚未封存 · %d entries are not sealed yet%n", verdict.unsealed(), verdict.unsealed());
        }
        if (!signaturesChecked) {
            out.println("未提供公钥，签名没有核对 · no public keys given: signatures were not checked");
        }
        out.flush();
        return 0;
    }
}
