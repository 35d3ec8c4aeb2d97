package io.wangge.ledger.offline;

import io.wangge.ledger.evidence.SealJson;
import io.wangge.ledger.seal.CaseProof;
import io.wangge.ledger.seal.ProofCheck;
import io.wangge.ledger.seal.PublicKeys;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the proof of one case; needs the file only. */
@Command(name = "verify-proof", description = "核验一件案卷的存证文件 · check the proof of one case")
final class VerifyProof implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "GET /api/v1/ledger/cases/{id}/proof")
    private @Nullable Path file;

    @Option(names = "--keys", description = "公钥文件（不用存证里自带的） · public keys from elsewhere than the proof")
    private @Nullable Path keys;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (file == null || spec == null) {
            throw new IllegalStateException("picocli fills these");
        }
        PrintWriter out = spec.commandLine().getOut();
        CaseProof proof = SealJson.proof(file);
        PublicKeys trusted = keys == null ? new PublicKeys(proof.keys()) : SealJson.keys(keys);
        if (proof.entries().isEmpty()) {
            throw new IllegalArgumentException("the proof holds no entries");
        }
        out.printf("案卷 · case %s%n", proof.caseId());
        int exit = Words.say(ProofCheck.of(proof, trusted), !trusted.isEmpty(), out);
        if (exit == 0 && keys == null && !trusted.isEmpty()) {
            out.println("公钥取自存证文件本身；如有争议，请用 --keys 指定另行取得的公钥"
                    + " · the keys came with the proof; where that is in doubt give others with --keys");
            out.flush();
        }
        return exit;
    }
}
