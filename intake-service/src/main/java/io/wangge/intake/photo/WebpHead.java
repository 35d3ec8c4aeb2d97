package io.wangge.intake.photo;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a WebP file claims before anything of it is opened (RFC 9649). The canvas and the picture on it claim a size each,
 * and the decoder works through the second whatever the first says: 40 s for a file that called 48 million pixels 10,000.
 */
final class WebpHead {
    /** About four seconds of one core, as measured in docs/adr/0031; a phone of 12 million stays below it. */
    static final long MOST_PIXELS = 13_000_000;
    /** Picture, transparency, colours, what the camera wrote; nobody needs a hundred. */
    private static final int MOST_CHUNKS = 100;

    private static final int CHUNK_HEAD = 8;
    private static final int ENOUGH = 10;
    private static final int ANIMATED = 0x02;
    private static final int FOURTEEN_BITS = 0x3fff;

    private WebpHead() {}

    /** @throws Picture.Unreadable when it claims more than is opened, moves, or is not there as a whole */
    static void check(Path file) throws IOException, Picture.Unreadable {
        try (FileChannel in = FileChannel.open(file)) {
            long at = 12;
            boolean whole = false;
            for (int n = 0; at + CHUNK_HEAD <= in.size(); n++) {
                ByteBuffer head = read(in, at, CHUNK_HEAD);
                String name =
                        StandardCharsets.ISO_8859_1.decode(head.slice(0, 4)).toString();
                long length = Integer.toUnsignedLong(head.getInt(4));
                if (n == MOST_CHUNKS || (name.startsWith("VP8") && length < ENOUGH)) {
                    throw new Picture.Unreadable("file-not-a-picture");
                }
                if (name.startsWith("VP8")) {
                    check(name, read(in, at + CHUNK_HEAD, ENOUGH));
                }
                at += CHUNK_HEAD + length + length % 2;
                // The last byte may be the one that makes it even; some writers leave it out.
                whole |= (name.equals("VP8 ") || name.equals("VP8L")) && at <= in.size() + 1;
            }
            // The decoder gives an empty picture for one that never came.
            if (!whole) {
                throw new Picture.Unreadable("file-not-a-picture");
            }
        }
    }

    private static void check(String name, ByteBuffer payload) throws Picture.Unreadable {
        switch (name) {
            case "VP8X" -> {
                if ((payload.get(0) & ANIMATED) != 0) {
                    throw new Picture.Unreadable("file-is-webp");
                }
                fit(1L + threeBytes(payload, 4), 1L + threeBytes(payload, 7));
            }
            // After the frame's tag and its mark, fourteen bits each; the two above them ask for scaling.
            case "VP8 " -> fit(payload.getShort(6) & FOURTEEN_BITS, payload.getShort(8) & FOURTEEN_BITS);
            case "VP8L" -> {
                int sides = payload.getInt(1);
                fit(1L + (sides & FOURTEEN_BITS), 1L + ((sides >>> 14) & FOURTEEN_BITS));
            }
            default -> {
                // Another kind of chunk claims nothing.
            }
        }
    }

    private static void fit(long width, long height) throws Picture.Unreadable {
        if (width * height > MOST_PIXELS) {
            throw new Picture.Unreadable("file-too-many-pixels");
        }
    }

    private static int threeBytes(ByteBuffer from, int at) {
        return Short.toUnsignedInt(from.getShort(at)) | (Byte.toUnsignedInt(from.get(at + 2)) << 16);
    }

    private static ByteBuffer read(FileChannel in, long at, int bytes) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (part.hasRemaining()) {
            if (in.read(part, at + part.position()) < 0) {
                throw new EOFException("Half a chunk");
            }
        }
        return part.flip();
    }
}
