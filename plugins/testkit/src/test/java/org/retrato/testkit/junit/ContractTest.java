package org.retrato.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.retrato.testkit.conformance.ActivationFaults;
import org.retrato.testkit.conformance.ComponentFaults;

class ContractTest {

    private static final class OfDescent extends ComponentContract {
        OfDescent() {
            super(new ComponentFaults.Descent(0.05));
        }
    }

    private static final class OfDetached extends ComponentContract {
        OfDetached() {
            super(new ActivationFaults.Detached());
        }
    }

    private static final class OfNothing extends PluginContract {
        OfNothing() {
            super(ContractTest.class, Map.of());
        }
    }

    @Test
    void there_is_a_test_for_each_rule_named_by_number_and_title() {
        assertThat(tests(new OfDescent()))
                .extracting(DynamicTest::getDisplayName)
                .contains("O3 In twenty steps the loss goes down (MUST)")
                .hasSize(18);
        assertThat(new OfDescent().rules())
                .extracting(DynamicNode::getDisplayName)
                .containsExactly("descent(learningRate=0.05) · optimizer");
    }

    @Test
    void a_broken_must_fails_with_the_value_and_the_remedy() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> run(new OfDetached(), "A5"))
                .withMessageContainingAll("A5 detached", "but the slope is", "what to do: look for detach()");
    }

    @Test
    void a_broken_should_and_a_rule_that_does_not_apply_are_aborted() {
        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> run(new OfDetached(), "H5"))
                .withMessageContaining("there is no line for 'detached' in Texts.properties");
    }

    @Test
    void a_kept_rule_passes() {
        assertThatCode(() -> run(new OfDescent(), "O3")).doesNotThrowAnyException();
    }

    @Test
    void a_plugin_that_declares_nothing_is_no_plugin() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfNothing().report())
                .withMessageContaining("declares no component; name a class of the plugin itself");
    }

    private static void run(Contract contract, String rule) throws Throwable {
        tests(contract)
                .filter(test -> test.getDisplayName().startsWith(rule + " "))
                .findFirst()
                .orElseThrow()
                .getExecutable()
                .execute();
    }

    private static Stream<DynamicTest> tests(Contract contract) {
        return contract.rules()
                .map(DynamicContainer.class::cast)
                .flatMap(DynamicContainer::getChildren)
                .map(DynamicTest.class::cast);
    }
}
