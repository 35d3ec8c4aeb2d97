package io.wangge.intake.hotline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 知识库: a question that is asked again and again, with its answer.
 *
 * @param category that an enquiry about it is filed under; null for none
 * @param keywords other words that people use for it
 * @param published residents read it too, without an account
 * @param used how many enquiries were settled with it
 */
public record Article(
        String id,
        String question,
        String answer,
        @Nullable String category,
        String keywords,
        boolean retired,
        boolean published,
        long used,
        String updatedBy,
        Instant updatedAt) {}
