package io.wangge.contracts;

/**
 * One step of the ladder of administrative levels.
 *
 * @param code such as COMMUNITY
 * @param nameZh such as 社区
 */
public record Level(String code, String nameZh, String nameEn) {}
