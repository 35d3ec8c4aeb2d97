package io.wangge.ledger.files;

import io.wangge.kit.settings.StartRefused;
import io.wangge.ledger.evidence.SealJson;
import io.wangge.ledger.seal.DaySeal;
import io.wangge.ledger.seal.PublicKeys;
import io.wangge.ledger.seal.Published;
import io.wangge.ledger.seal.Seal;
import io.wangge.ledger.seal.SealingKey;
import io.wangge.ledger.sealing.Noticeboard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys and published seals in a folder. A key that is replaced stays among the public ones: it signed the past. */
public final class SealFolder implements Noticeboard {
    private static final String PRIVATE = "seal-key.pem";
    private static final String PUBLIC = "seal-keys.json";
    private static final String SEALS = "seals.jsonl";

    private final @Nullable Path folder;
    private final @Nullable SealingKey key;
    private final PublicKeys publicKeys;

    /** @throws StartRefused when the key cannot be read or the folder not be written */
    public SealFolder(SealSettings settings) {
        this.folder = settings.folder();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            this.key = keyOf(settings);
            this.publicKeys = publicKeysWith(key);
        } catch (IOException | UncheckedIOException e) {
            throw new StartRefused(
                    "The folder grid.seals.folder cannot be used: " + e, "Correct grid.seals.folder and start again.");
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "The sealing key cannot be used: " + e.getMessage(),
                    "Correct grid.seals.key or the files in grid.seals.folder and start again.");
        }
    }

    private @Nullable SealingKey keyOf(SealSettings settings) throws IOException {
        if (settings.key() != null && !settings.key().isBlank()) {
            return SealingKey.ofPem(settings.key());
        }
        if (folder == null) {
            return null;
        }
        Path file = folder.resolve(PRIVATE);
        if (Files.exists(file)) {
            return SealingKey.ofPem(Files.readString(file));
        }
        if (!settings.makeKey()) {
            return null;
        }
        SealingKey made = SealingKey.generate();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, made.pem());
        return made;
    }

    private PublicKeys publicKeysWith(@Nullable SealingKey present) throws IOException {
        Path file = folder == null ? null : folder.resolve(PUBLIC);
        List<PublicKeys.Key> all = new ArrayList<>();
        if (file != null && Files.exists(file)) {
            all.addAll(SealJson.keys(file).all());
        }
        if (present != null && !all.contains(present.publicKey())) {
            all.add(present.publicKey());
            if (file != null) {
                Files.writeString(file, SealJson.write(new PublicKeys(all)));
            }
        }
        return new PublicKeys(all);
    }

    public @Nullable SealingKey key() {
        return key;
    }

    public PublicKeys publicKeys() {
        return publicKeys;
    }

    public Published published() {
        Path file = folder == null ? null : folder.resolve(SEALS);
        return file == null || !Files.exists(file) ? Published.nothing() : SealJson.published(file);
    }

    @Override
    public void publish(Seal seal) {
        append(SealJson.line(seal));
    }

    @Override
    public void publish(DaySeal day) {
        append(SealJson.line(day));
    }

    /** On the disk when it returns. A line begins with a line break of its own after one that a crash cut off. */
    private void append(String line) {
        if (folder == null) {
            return;
        }
        Path file = folder.resolve(SEALS);
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = out.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean cutOff = end > 0 && out.read(last, end - 1) == 1 && last.get(0) != '\n';
            ByteBuffer bytes = ByteBuffer.wrap(((cutOff ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8));
            out.position(end);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
