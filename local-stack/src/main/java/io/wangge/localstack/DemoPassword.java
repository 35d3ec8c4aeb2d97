package io.wangge.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The password of the demo logins: made up once per stack and kept where only its owner reads. */
final class DemoPassword {

    // Without characters that look alike when read from a screen.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;

    private DemoPassword() {}

    static String keptIn(StackFolder folder) {
        Path file = folder.demoPassword();
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            StringBuilder password = new StringBuilder();
            new SecureRandom()
                    .ints(LENGTH, 0, ALPHABET.length())
                    .forEach(index -> password.append(ALPHABET.charAt(index)));
            Folders.create(folder.root());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + System.lineSeparator());
            return password.toString();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
