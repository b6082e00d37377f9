package org.retrato.runtime.training;

import java.util.Optional;

/** Computes the result of an exchange, once all parameters have computed their shares. */
sealed interface Meeting permits TotalMeeting, PointMeeting {

    /** Computes the result, and gives it to all who take part. */
    void run();

    /**
     * A parameter that takes part.
     *
     * @param exchange the number of the exchange in its formula
     */
    record Member(StoredParameter parameter, ParameterUpdate update, int exchange) {}

    /** Returns the parameter as a member, if its formula has the exchange. */
    static Optional<Member> member(
            Exchange.Place place, OptimizerTrace trace, StoredParameter parameter, ParameterUpdate update) {
        var places = trace.exchanges().stream().map(Exchange::place).toList();
        return places.contains(place)
                ? Optional.of(new Member(parameter, update, places.indexOf(place)))
                : Optional.empty();
    }
}
