package org.retrato.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.retrato.runtime.compile.loop.KernelCompiler;

class WarmUpTest {

    @Test
    void nothing_fails_in_the_background_where_nobody_would_see_it() {
        assertThatCode(() -> WarmUp.train(new KernelCompiler(Runnable::run))).doesNotThrowAnyException();
    }
}
