package io.wangge.ledger.offline;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.wangge.ledger.archive.ArchiveFolder;
import io.wangge.ledger.chain.Verdict;
import io.wangge.ledger.evidence.MongoProver;
import io.wangge.ledger.evidence.SealJson;
import io.wangge.ledger.seal.PublicKeys;
import io.wangge.ledger.seal.Published;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the whole ledger as it stands in MongoDB; only reads. */
@Command(name = "verify-ledger", description = "核验整本台账（直接读取 MongoDB） · check the whole ledger in MongoDB")
final class VerifyLedger implements Callable<Integer> {
    @Option(names = "--mongodb-uri", description = "default: GRID_MONGODB_URI")
    private String uri = env("GRID_MONGODB_URI", "mongodb://127.0.0.1:27017/?replicaSet=grid");

    @Option(names = "--database", description = "default: ${DEFAULT-VALUE}")
    private String database = "grid_ledger";

    @Option(names = "--keys", description = "公钥文件 seal-keys.json · public keys")
    private @Nullable Path keys = path(env("GRID_SEALS_KEYS_FILE", ""));

    @Option(names = "--seals", description = "库外的封印文件 seals.jsonl · seals as they were published")
    private @Nullable Path seals = path(env("GRID_SEALS_FILE", ""));

    @Option(names = "--archive", description = "归档文件夹 · folder of archived days")
    private @Nullable Path archive = path(env("GRID_ARCHIVE_FOLDER", ""));

    @Option(names = "--case", description = "只核验一件案卷 · one case only")
    private @Nullable String caseId;

    @Option(names = "--day", description = "只核验一天（2026-11-22） · one day only")
    private @Nullable String day;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills this");
        }
        PublicKeys trusted = keys == null ? PublicKeys.NONE : SealJson.keys(keys);
        Published published = seals == null ? Published.nothing() : SealJson.published(seals);
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .readPreference(ReadPreference.primary())
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            MongoProver prover = new MongoProver(
                    client, client.getDatabase(database), () -> trusted, () -> published, new ArchiveFolder(archive));
            return Words.say(
                    verdict(prover), !trusted.isEmpty(), spec.commandLine().getOut());
        }
    }

    private Verdict verdict(MongoProver prover) {
        if (caseId != null) {
            return prover.verifyCase(caseId);
        }
        return day == null ? prover.verifyAll() : prover.verifyDay(day);
    }

    private static String env(String name, String otherwise) {
        Map<String, String> environment = System.getenv();
        return environment.getOrDefault(name, otherwise);
    }

    private static @Nullable Path path(String name) {
        return name.isEmpty() ? null : Path.of(name);
    }
}
