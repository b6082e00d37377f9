package org.retrato.runtime.benchmark;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.retrato.runtime.compile.machine.VectorWidth;
import org.retrato.runtime.compile.machine.Workers;

/** Keeps the multiply-add units of some processors as busy as they can be: independent chains, in registers alone. */
final class MultiplyAdds {

    private static final VectorSpecies<Float> SPECIES = VectorWidth.current().species();

    // Two units of latency four need eight chains, and more where the loop's own instructions come between; with the
    // one summand they all but fit the sixteen registers of AVX2.
    private static final int CHAINS = 16;
    private static final int LENGTH = 10_000;
    private static final int ROUNDS = 16;

    private final float[] results;

    private MultiplyAdds(int threads) {
        // far enough apart that no two threads write to one cache line
        results = new float[threads * 64];
    }

    /** Prepares a run on as many threads as the workers have, or on the caller's alone. */
    static Workload on(int threads, Workers workers) {
        var chains = new MultiplyAdds(workers.threads());
        var operations = 2.0 * CHAINS * SPECIES.length() * LENGTH * ROUNDS;
        return new Workload(threads * operations, new Limit.Arithmetic(threads), () -> {
            if (threads == 1) {
                chains.compute(0);
            } else {
                workers.run(threads, (_, worker) -> chains.compute(worker));
            }
        });
    }

    private void compute(int worker) {
        for (var round = 0; round < ROUNDS; round++) {
            results[worker * 64] = chains(results[worker * 64]);
        }
    }

    /** Tends to 1/2 in all chains, so that no number becomes too small or too large. */
    private static float chains(float start) {
        var quarter = FloatVector.broadcast(SPECIES, 0.25f);
        var a = FloatVector.broadcast(SPECIES, start);
        var b = a;
        var c = a;
        var d = a;
        var e = a;
        var f = a;
        var g = a;
        var h = a;
        var i = a;
        var j = a;
        var k = a;
        var l = a;
        var m = a;
        var n = a;
        var o = a;
        var p = a;
        for (var step = 0; step < LENGTH; step++) {
            a = a.fma(a, quarter);
            b = b.fma(b, quarter);
            c = c.fma(c, quarter);
            d = d.fma(d, quarter);
            e = e.fma(e, quarter);
            f = f.fma(f, quarter);
            g = g.fma(g, quarter);
            h = h.fma(h, quarter);
            i = i.fma(i, quarter);
            j = j.fma(j, quarter);
            k = k.fma(k, quarter);
            l = l.fma(l, quarter);
            m = m.fma(m, quarter);
            n = n.fma(n, quarter);
            o = o.fma(o, quarter);
            p = p.fma(p, quarter);
        }
        var sums = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h);
        var others = i.add(j).add(k).add(l).add(m).add(n).add(o).add(p);
        return sums.add(others).lane(0) / CHAINS;
    }
}
