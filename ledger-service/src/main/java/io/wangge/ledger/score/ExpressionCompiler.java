package io.wangge.ledger.score;

import java.util.Set;

/** Checks and prepares expressions. */
public interface ExpressionCompiler {
    /** @throws BrokenExpression when it cannot be read, asks for what is no figure, gives no number, or is too costly */
    Expression compile(String text, Set<String> figures) throws BrokenExpression;

    /** Why an expression is none. */
    final class BrokenExpression extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final int column;

        /** @param code {@code not-an-expression} or {@code divides-by-zero} @param column from 1; 0 when unknown */
        public BrokenExpression(String code, int column, String message) {
            super(message);
            this.code = code;
            this.column = column;
        }

        public String code() {
            return code;
        }

        public int column() {
            return column;
        }
    }
}
