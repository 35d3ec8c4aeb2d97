package io.wangge.intake.suggestion;

import java.util.Set;

/** A text whose category people have settled. @param words see {@link Words} */
public record Example(String category, Set<String> words) {}
