package io.wangge.ledger.score;

/**
 * What is wrong with a formula, and where.
 *
 * @param place such as {@code lines[2].expression}, with {@code @column} within an expression
 * @param code kebab-case
 */
public record FormulaFault(String place, String code, String zh, String en) {}
