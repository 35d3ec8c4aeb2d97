package io.wangge.intake.http.open311;

import io.wangge.intake.attachment.Attachments;
import io.wangge.intake.desk.StoreMedia;
import io.wangge.intake.open311.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * A photo in the multipart body of a request: {@code media}, several of it, or {@code media_1}, {@code media[]} and what else
 * clients write. The standard itself only has {@code media_url}.
 */
record SentMedia(MultipartFile file) implements StoreMedia.Media {
    /** As many as an app shows; people without an account may send as many. */
    private static final int MOST = 6;

    private static final long MOST_BYTES = 10L * 1024 * 1024;
    private static final int NAME_LIMIT = 200;

    static List<SentMedia> of(HttpServletRequest request) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts == null) {
            return List.of();
        }
        List<SentMedia> all = new ArrayList<>();
        parts.getMultiFileMap().forEach((name, files) -> {
            if (name.startsWith("media")) {
                // A form whose field was left empty sends a file without a byte.
                files.stream()
                        .filter(file -> !file.isEmpty())
                        .map(SentMedia::new)
                        .forEach(all::add);
            }
        });
        return all;
    }

    /** What is wrong with all of them before anything is stored; whether each is a photo is seen later. */
    static List<Fault> faults(List<SentMedia> all) {
        List<Fault> faults = new ArrayList<>();
        if (all.size() > MOST) {
            faults.add(Fault.wrong("media", "too-many", Map.of("max", MOST)));
        }
        if (all.stream().anyMatch(one -> one.size() > MOST_BYTES)
                || all.stream().mapToLong(SentMedia::size).sum() > Attachments.MOST_BYTES_OF_AN_OWNER) {
            faults.add(Fault.wrong("media", "file-too-large", Map.of("max", MOST_BYTES / (1024 * 1024))));
        }
        return faults;
    }

    @Override
    public @Nullable String fileName() {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() || name.length() > NAME_LIMIT ? null : name.strip();
    }

    @Override
    public long size() {
        return file.getSize();
    }

    @Override
    public InputStream open() throws IOException {
        return file.getInputStream();
    }
}
