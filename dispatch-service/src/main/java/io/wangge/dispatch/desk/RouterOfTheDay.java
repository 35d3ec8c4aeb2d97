package io.wangge.dispatch.desk;

import io.wangge.dispatch.reference.Reference;
import io.wangge.dispatch.routing.CompiledRuleBook;
import io.wangge.dispatch.routing.ConditionCompiler;
import io.wangge.dispatch.routing.Router;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The router for the reference data in force; its rule book is compiled once per version. */
final class RouterOfTheDay {
    private final ConditionCompiler compiler;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    private record Kept(Reference reference, Router router) {}

    RouterOfTheDay(ConditionCompiler compiler) {
        this.compiler = compiler;
    }

    Router of(Reference reference) {
        Kept now = kept.get();
        if (now != null && now.reference() == reference) {
            return now.router();
        }
        CompiledRuleBook ruleBook = CompiledRuleBook.compile(reference.ruleBook(), compiler);
        Router router = new Router(
                ruleBook, reference.directory(), reference.calendar(), reference.mandates(), reference.assets());
        kept.set(new Kept(reference, router));
        return router;
    }
}
