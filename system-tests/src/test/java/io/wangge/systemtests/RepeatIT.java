package io.wangge.systemtests;

import static io.wangge.systemtests.Problems.assertRefused;
import static io.wangge.systemtests.World.lamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.wangge.systemtests.client.Answer;
import io.wangge.systemtests.client.CaseView;
import io.wangge.systemtests.client.Command;
import io.wangge.systemtests.client.Outcome;
import io.wangge.systemtests.client.ReportForm;
import io.wangge.systemtests.client.Session;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever gets no answer sends the same again, and it is done once. */
class RepeatIT {
    private final World world = World.shared();
    private final Session worker = world.as("grid-worker-1");

    @Test
    void aReportSentTwiceIsAnsweredAlike() {
        ReportForm form = lamp();
        Answer first = worker.report(form);
        Answer second = worker.report(form);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
    }

    @Test
    void otherContentUnderTheSameIdIsRefused() {
        ReportForm form = lamp();
        Answer first = worker.report(form);
        form.with("text", "另一件事");
        assertRefused(
                409,
                "same-id-other-content",
                headers -> worker.exchange("POST", "/api/v1/reports", form.toJson(), headers));
        assertThat(worker.get("/api/v1/reports/" + form.id()).path("text").asString())
                .isNotEqualTo("另一件事");
        assertThat(first.status()).isEqualTo(201);
    }

    @Test
    void somebodyElsesIdIsRefused() {
        ReportForm form = lamp();
        worker.report(form);
        assertRefused(
                409,
                "same-id-other-content",
                headers -> world.as("grid-worker-2").exchange("POST", "/api/v1/reports", form.toJson(), headers));
    }

    @Test
    void aReportSentBySeveralThreadsAtOnceIsOneReportAndOneCase() throws Exception {
        ReportForm form = lamp();
        List<Answer> answers = atOnce(8, () -> worker.report(form));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        CaseView theCase = world.as("dispatcher-1").awaitSeq(form.id(), 2);
        assertThat(theCase.version()).isEqualTo(2);
    }

    @Test
    void aCommandSentTwiceIsDoneOnce() {
        CaseView opened = world.opened(lamp());
        Session handler = world.people().holderOf(opened);
        Command accept = Command.accept();
        Answer first = handler.send(opened.id(), opened.version(), accept);
        Answer second = handler.send(opened.id(), opened.version(), accept);
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("version").asLong()).isEqualTo(opened.version() + 1);
    }

    @Test
    void aRepeatIsRecognisedAlsoAfterTheCaseHasMovedOn() {
        CaseView opened = world.opened(lamp());
        Session handler = world.people().holderOf(opened);
        Command accept = Command.accept();
        CaseView accepted = handler.command(opened, accept);
        CaseView completed = handler.command(accepted, Command.complete("修好了"));
        Answer repeat = handler.send(opened.id(), opened.version(), accept);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json().path("version").asLong()).isEqualTo(completed.version());
        assertThat(repeat.json().path("commandSeq").asLong()).isEqualTo(accepted.version());
    }

    @Test
    void ofSeveralCommandsAtOnceOneWins() throws Exception {
        CaseView opened = world.opened(lamp());
        Session handler = world.people().holderOf(opened);
        List<Answer> answers = atOnce(6, () -> handler.send(opened.id(), opened.version(), Command.accept()));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(5);
    }

    @Test
    void anOutcomeSentTwiceIsRecordedOnceAndAnotherOneComesTooLate() {
        CaseView waits = world.awaitingCallback();
        Session clerk = world.as("callback-clerk-2");
        Outcome outcome = Outcome.satisfied("SATISFIED");
        CaseView closed = world.answered(waits, outcome);
        assertThat(clerk.sendOutcome(waits.roundId(), outcome).status()).isEqualTo(200);
        assertRefused(
                409,
                "round-ended",
                headers -> clerk.exchange(
                        "POST",
                        "/api/v1/callbacks/" + waits.roundId() + "/outcomes",
                        Outcome.satisfied("FAIR").json().toString(),
                        headers));
        assertThat(world.as("dispatcher-1").theCase(waits.id()).version()).isEqualTo(closed.version());
    }

    @Test
    void anUnsatisfiedAnswerNeedsTheClerksWordOnFault() {
        CaseView waits = world.awaitingCallback();
        Session clerk = world.as("callback-clerk-2");
        clerk.awaitRound(waits.roundId());
        assertRefused(
                409,
                "fault-not-judged",
                headers -> clerk.exchange(
                        "POST",
                        "/api/v1/callbacks/" + waits.roundId() + "/outcomes",
                        Outcome.unsatisfiedWithoutFault(false).json().toString(),
                        headers));
        assertThat(clerk.awaitRound(waits.roundId()).path("state").asString()).isEqualTo("OPEN");
    }

    private static List<Answer> atOnce(int threads, java.util.concurrent.Callable<Answer> call) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> all =
                    Stream.generate(() -> executor.submit(call)).limit(threads).toList();
            List<Answer> answers = new java.util.ArrayList<>();
            for (Future<Answer> one : all) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
