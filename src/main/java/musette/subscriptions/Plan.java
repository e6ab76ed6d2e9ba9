package musette.subscriptions;

import java.util.List;

/// The phases a subscription goes through, in order. The last one has no end.
public record Plan(Term term, List<Phase> phases) {

    public Plan {
        phases = List.copyOf(phases);
        if (phases.isEmpty() || phases.getLast().periods() != null) {
            throw new IllegalArgumentException("a plan ends in a phase that goes on");
        }
    }

    /// The phase of a period, the first being 0.
    public Phase phase(int period) {
        var before = 0;
        for (var phase : phases) {
            var periods = phase.periods();
            if (periods == null || period < before + periods) {
                return phase;
            }
            before += periods;
        }
        return full();
    }

    Plan withoutIntroduction() {
        return new Plan(
                term, phases.stream().filter(phase -> phase.kind() != Phase.Kind.INTRO).toList());
    }

    /// Whether joining costs less at first.
    public boolean hasIntroduction() {
        return phases.getFirst().kind() == Phase.Kind.INTRO;
    }

    /// What is paid on joining.
    public Money first() {
        return phases.getFirst().price();
    }

    /// The phase that goes on until the reader cancels.
    public Phase full() {
        return phases.getLast();
    }
}
