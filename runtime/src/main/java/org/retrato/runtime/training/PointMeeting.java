package org.retrato.runtime.training;

import java.util.ArrayList;
import java.util.List;
import org.retrato.runtime.compile.machine.FloatArena;
import org.retrato.runtime.compile.machine.Floats;

/** Moves all who take part to their points, has the gradients computed there, and moves them back. */
final class PointMeeting implements Meeting {

    private final List<Member> members;
    private final List<StoredParameter> others = new ArrayList<>();
    private final List<Floats> kept = new ArrayList<>();
    private final Runnable gradients;

    /**
     * Prepares the meeting.
     *
     * @param all all parameters of the network; those that take no part stay where they are
     * @param gradients computes the gradients of all of them
     */
    PointMeeting(List<Member> members, List<StoredParameter> all, Runnable gradients, FloatArena arena) {
        this.members = members;
        this.gradients = gradients;
        for (var parameter : all) {
            if (members.stream().noneMatch(member -> member.parameter() == parameter)) {
                others.add(parameter);
                kept.add(arena.allocate(parameter.gradient().length()));
            }
        }
    }

    @Override
    public void run() {
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i);
            copy(member.parameter().gradient(), result(member));
            exchange(member.parameter().elements(), point(member));
        }
        for (var i = 0; i < others.size(); i++) {
            copy(others.get(i).gradient(), kept.get(i));
        }
        gradients.run();
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i);
            exchange(member.parameter().elements(), point(member));
            exchange(member.parameter().gradient(), result(member));
        }
        for (var i = 0; i < others.size(); i++) {
            copy(kept.get(i), others.get(i).gradient());
        }
    }

    private static Floats point(Member member) {
        return member.update().point(member.exchange());
    }

    private static Floats result(Member member) {
        return member.update().gradientAt(member.exchange());
    }

    private static void copy(Floats from, Floats to) {
        System.arraycopy(from.array(), from.offset(), to.array(), to.offset(), from.length());
    }

    private static void exchange(Floats one, Floats other) {
        var a = one.array();
        var b = other.array();
        var toOther = other.offset() - one.offset();
        for (var i = one.offset(); i < one.offset() + one.length(); i++) {
            var kept = a[i];
            a[i] = b[toOther + i];
            b[toOther + i] = kept;
        }
    }
}
