package io.wangge.intake.training;

import io.wangge.intake.suggestion.Example;
import io.wangge.intake.suggestion.Learner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.GISTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Maximum entropy by generalised iterative scaling (Apache OpenNLP). What it learns is one number for each word and
 * category that stood together: it can be read, sent to a phone and added up there.
 */
public final class MaxentLearner implements Learner {
    /** Enough for it to settle on what a deployment has; measured, 200 changed nothing that people would see. */
    private static final int ITERATIONS = 100;

    /** So many words are kept: those that say most. A phone loads them in a moment. */
    static final int MOST_WORDS = 4000;

    /** What stands below moves no order. */
    private static final float SMALL = 0.01f;

    @Override
    public Learnt learn(List<Example> examples) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, GISTrainer.MAXENT_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put("PrintMessages", false);
        List<Event> events = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (Example example : examples) {
            words.addAll(example.words());
            events.add(new Event(example.category(), example.words().toArray(new String[0])));
        }
        if (events.stream().map(Event::getOutcome).distinct().count() < 2) {
            return new Learnt(List.of(), Map.of());
        }
        try {
            AbstractModel model = (AbstractModel) TrainerFactory.getEventTrainer(parameters, new HashMap<>())
                    .train(ObjectStreamUtils.createObjectStream(events));
            return read(model);
        } catch (IOException e) {
            throw new UncheckedIOException("Examples in memory cannot fail to be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Learnt read(AbstractModel model) {
        Object[] parts = model.getDataStructures();
        Map<String, Context> learnt = (Map<String, Context>) parts[1];
        List<String> categories = List.of((String[]) parts[2]);
        Map<String, float[]> weights = new LinkedHashMap<>();
        learnt.entrySet().stream()
                .sorted(java.util.Comparator.<Map.Entry<String, Context>>comparingDouble(
                                entry -> -strength(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_WORDS)
                .forEach(entry -> weights.put(entry.getKey(), dense(entry.getValue(), categories.size())));
        return new Learnt(categories, weights);
    }

    private static double strength(Context context) {
        double strongest = 0;
        for (double weight : context.getParameters()) {
            strongest = Math.max(strongest, Math.abs(weight));
        }
        return strongest;
    }

    private static float[] dense(Context context, int categories) {
        float[] weights = new float[categories];
        int[] outcomes = context.getOutcomes();
        for (int index = 0; index < outcomes.length; index++) {
            float rounded = Math.round(context.getParameters()[index] * 100) / 100f;
            weights[outcomes[index]] = Math.abs(rounded) < SMALL ? 0 : rounded;
        }
        return weights;
    }
}
