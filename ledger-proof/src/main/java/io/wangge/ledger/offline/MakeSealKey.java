package io.wangge.ledger.offline;

import io.wangge.ledger.seal.SealingKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a new key for {@code grid.seals.key}, as {@code openssl genpkey -algorithm ed25519} would. */
@Command(name = "make-seal-key", description = "生成封印私钥 · make a key that seals are signed with")
final class MakeSealKey implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this");
        }
        spec.commandLine().getOut().print(SealingKey.generate().pem());
        spec.commandLine().getOut().flush();
    }
}
