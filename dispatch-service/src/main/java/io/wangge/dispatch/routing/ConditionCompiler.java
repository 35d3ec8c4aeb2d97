package io.wangge.dispatch.routing;

import java.util.function.Predicate;

/** Port: turns the conditions of a rule book into something that can be asked. */
public interface ConditionCompiler {
    /**
     * Compiles and type-checks. What comes out throws {@link BrokenCondition} for a matter that it cannot be worked out
     * for, such as the fifth entry of a shorter list.
     *
     * @throws BrokenCondition when the text is no condition over {@link RouteQuestion}, with the compiler's words
     */
    Predicate<RouteQuestion> compile(String condition);

    /** The text is no condition; the message is for the person who wrote it. */
    final class BrokenCondition extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BrokenCondition(String message) {
            super(message);
        }
    }
}
