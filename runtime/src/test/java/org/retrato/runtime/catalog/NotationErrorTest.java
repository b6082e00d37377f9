package org.retrato.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retrato.api.Activation;
import org.retrato.api.Component;
import org.retrato.api.Loss;
import org.retrato.api.Optimizer;

final class NotationErrorTest {

    private final Catalog catalog = Samples.catalog();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                   | expected a name or a value at the end of ''
            (                    | expected a name or a value before '(' in '('
            huber(delta=0.5      | expected ',' or ')' at the end of 'huber(delta=0.5'
            huber(delta=0.5,     | expected a name or a value at the end of 'huber(delta=0.5,'
            huber(delta 0.5)     | expected ',' or ')' before '0.5)' in 'huber(delta 0.5)'
            huber(delta=)        | expected a name or a value before ')' in 'huber(delta=)'
            huber(delta="0.5)    | expected '"' at the end of 'huber(delta="0.5)'
            huber(delta=0.5))    | unexpected ')' at the end of 'huber(delta=0.5))'
            huber mse            | unexpected 'mse' at the end of 'huber mse'
            """)
    void what_is_not_well_formed_is_refused_with_the_place(String notation, String message) {
        assertRefused(Loss.class, notation, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            adam(lerningRate=1)         | unknown parameter 'lerningRate' of adam; did you mean 'learningRate'? it takes: learningRate=0.001, beta1=0.9, amsgrad=false
            adam(epsilon=1)             | unknown parameter 'epsilon' of adam; it takes: learningRate=0.001, beta1=0.9, amsgrad=false
            lookahead(depth=1)          | unknown parameter 'depth' of lookahead; it takes: inner=adam, k=5
            adam(beta1=0.5,beta1=0.6)   | beta1 of adam is given twice
            adam(0.5)                   | '0.5' of adam has no name; write adam(learningRate=0.5)
            lookahead(3)                | '3' of lookahead has no name; write lookahead(k=3)
            lookahead(adam,sgd)         | inner of lookahead is given twice
            lookahead(adm)              | inner of lookahead: unknown optimizer 'adm'; did you mean 'adam'? installed: adam, lookahead, sgd
            """)
    void a_wrong_parameter_is_refused_with_those_that_exist(String notation, String message) {
        assertRefused(Optimizer.class, notation, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            relu(slope=1)               | unknown parameter 'slope' of relu; it takes: none
            relu(0.5)                   | '0.5' of relu has no name; relu takes no parameters
            """)
    void a_component_without_parameters_takes_none(String notation, String message) {
        assertRefused(Activation.class, notation, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            adam(beta1=abc)                       | beta1 of adam must be a number, but is 'abc'
            adam(beta1=0x1p3)                     | beta1 of adam must be a number, but is '0x1p3'
            adam(beta1=1e999)                     | beta1 of adam must be a number between -1.8e308 and 1.8e308, but is '1e999'
            adam(beta1=sgd(learningRate=1))       | beta1 of adam must be a value, but is 'sgd(learningRate=1)'
            adam(amsgrad=yes)                     | amsgrad of adam must be true or false, but is 'yes'
            lookahead(k=0.5)                      | k of lookahead must be a whole number, but is '0.5'
            lookahead(k=3000000000)               | k of lookahead must be a whole number from -2147483648 to 2147483647, but is '3000000000'
            lookahead(inner=adm)                  | inner of lookahead: unknown optimizer 'adm'; did you mean 'adam'? installed: adam, lookahead, sgd
            lookahead(inner=adam(beta1=abc))      | inner of lookahead: beta1 of adam must be a number, but is 'abc'
            """)
    void a_value_of_the_wrong_type_is_refused_with_its_parameter(String notation, String message) {
        assertRefused(Optimizer.class, notation, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            adam(beta1=1)                         | adam: beta1 = 1 is out of range; it must be in [0, 1)
            classics:adam(learningRate=NaN)       | classics:adam: learningRate = NaN is out of range; it must be > 0
            lookahead(inner=adam(beta1=-1))       | inner of lookahead: adam: beta1 = -1 is out of range; it must be in [0, 1)
            """)
    void a_value_out_of_range_is_refused_with_the_range(String notation, String message) {
        assertRefused(Optimizer.class, notation, message);
    }

    private void assertRefused(Class<? extends Component> kind, String notation, String message) {
        assertThatThrownBy(() -> catalog.get(kind, notation))
                .isInstanceOf(CatalogException.class)
                .hasMessage(message);
    }
}
