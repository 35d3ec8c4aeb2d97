package io.wangge.dispatch.routing;

/**
 * One rule of the ordered book.
 *
 * @param id stable name, kept on every case that it routed
 * @param title what it is for, as people on the desk read it
 * @param condition a condition over {@link RouteQuestion}, in the language that {@link ConditionCompiler} compiles
 * @param outcome where a matter goes for which the condition holds
 */
public record Rule(String id, String title, String condition, RuleOutcome outcome) {}
