package org.retrato.distribution.auditing;

/**
 * Says that code names a member of a class, or that a class extends or implements another.
 *
 * @param place the method, or the class
 * @param owner the class whose member it is, as {@code java.util.Map$Entry}
 * @param member the name of a method or field, empty if a class extends or implements {@code owner}
 */
record Reference(String place, String owner, String member) {

    String target() {
        return member.isEmpty() ? owner : owner + "." + member;
    }
}
