package org.retrato.runtime.training;

import java.util.List;

/** Adds up the shares of all who take part, in their order and in doubles. */
final class TotalMeeting implements Meeting {

    private final Member[] members;

    TotalMeeting(List<Member> members) {
        this.members = members.toArray(Member[]::new);
    }

    @Override
    public void run() {
        var total = 0.0;
        for (var member : members) {
            total += member.update().shares()[member.exchange()];
        }
        for (var member : members) {
            member.update().total(member.exchange(), total);
        }
    }
}
