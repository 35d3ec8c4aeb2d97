package io.wangge.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** A secret of a stack: made up once and kept where only its owner reads. */
final class KeptSecret {

    // Without characters that look alike when read from a screen.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private KeptSecret() {}

    /** @param file in {@code folder} */
    static String in(StackFolder folder, Path file, int length) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            StringBuilder secret = new StringBuilder();
            new SecureRandom()
                    .ints(length, 0, ALPHABET.length())
                    .forEach(index -> secret.append(ALPHABET.charAt(index)));
            Folders.create(folder.root());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret + System.lineSeparator());
            return secret.toString();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
