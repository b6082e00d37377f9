package org.retrato.runtime.graph;

/** Adds numbers in the order given and carries what rounding loses (Neumaier, 1974). */
final class CompensatedSum {

    private double total;
    private double lost;

    void add(double term) {
        var next = total + term;
        lost += StrictMath.abs(total) >= StrictMath.abs(term) ? total - next + term : term - next + total;
        total = next;
    }

    double value() {
        return Double.isFinite(total) ? total + lost : total;
    }
}
