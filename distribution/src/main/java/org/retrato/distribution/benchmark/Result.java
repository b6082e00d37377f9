package org.retrato.distribution.benchmark;

import org.retrato.runtime.benchmark.Measurement;

/** Is a row of the table after it has been measured. */
public record Result(Row row, Measurement measurement) {}
