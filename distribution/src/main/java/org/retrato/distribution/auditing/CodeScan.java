package org.retrato.distribution.auditing;

import java.lang.classfile.BootstrapMethodEntry;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ConstantDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Collects what a class names: in its instructions, in what they hand to the JDK for lambdas and the like, and, in case that
 * these cannot be read, in its constant pool, which no reference can do without.
 */
final class CodeScan {

    private final Code code;
    private final String place;
    private final Set<Reference> references = new LinkedHashSet<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final BitSet placed = new BitSet();

    CodeScan(Code code) {
        this.code = code;
        this.place = code.place();
        code.supertypes().forEach(type -> references.add(new Reference(place, type, "")));
        code.model().methods().forEach(method -> attempt(() -> scan(method)));
        attempt(this::scanPool);
    }

    /** Returns the members that the class names, and its supertypes. */
    Set<Reference> references() {
        return references;
    }

    /** Returns what needs no other class to be judged: native methods, and what cannot be read. */
    Set<Finding> findings() {
        return findings;
    }

    private void attempt(Runnable scan) {
        try {
            scan.run();
        } catch (RuntimeException damage) {
            findings.add(new Finding(Capability.UNREADABLE, place, "damaged code: " + damage.getMessage()));
        }
    }

    private void scan(MethodModel method) {
        var inside = place + "." + method.methodName().stringValue();
        if (method.flags().has(AccessFlag.NATIVE)) {
            findings.add(new Finding(Capability.NATIVE, inside, "native method"));
        }
        method.code().ifPresent(body -> body.forEach(element -> scan(inside, element)));
    }

    private void scan(String inside, CodeElement element) {
        switch (element) {
            case InvokeInstruction call -> add(inside, call.method());
            case FieldInstruction access -> add(inside, access.field());
            case InvokeDynamicInstruction call ->
                scan(inside, call.invokedynamic().bootstrap(), new BitSet());
            case LoadConstantInstruction load -> scan(inside, load.constantEntry(), new BitSet());
            default -> {}
        }
    }

    private void scan(String inside, BootstrapMethodEntry bootstrap, BitSet seen) {
        scan(inside, bootstrap.bootstrapMethod(), seen);
        bootstrap.arguments().forEach(argument -> scan(inside, argument, seen));
    }

    private void scan(String inside, LoadableConstantEntry constant, BitSet seen) {
        if (seen.get(constant.index())) {
            return; // in damaged code, a constant may be made of itself
        }
        seen.set(constant.index());
        switch (constant) {
            case MethodHandleEntry handle -> add(inside, handle.reference());
            case ConstantDynamicEntry made -> scan(inside, made.bootstrap(), seen);
            default -> {}
        }
    }

    private void scanPool() {
        for (var entry : code.model().constantPool()) {
            if (entry instanceof MemberRefEntry member && !placed.get(member.index())) {
                add(place, member);
            }
        }
    }

    private void add(String where, MemberRefEntry member) {
        placed.set(member.index());
        references.add(
                new Reference(where, Code.nameOf(member.owner()), member.name().stringValue()));
    }
}
