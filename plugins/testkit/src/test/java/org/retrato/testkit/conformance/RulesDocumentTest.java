package org.retrato.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.retrato.testkit.rule.Rule;

/** The document and the code say the same. */
class RulesDocumentTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([A-Z]\\d+)\\*? \\| (MUST|SHOULD) \\| (.*?) \\| (.*?) \\|$");

    @Test
    void the_document_has_every_rule_with_its_level_title_and_reason_in_the_order_of_the_checks() throws Exception {
        var rows = ROW.matcher(Files.readString(Path.of("RULES.md")))
                .results()
                .map(row -> List.of(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Conformance.rules().stream()
                        .map(rule -> List.of(rule.number(), rule.level().toString(), rule.title(), rule.reason()))
                        .toList());
    }

    @Test
    void the_document_marks_the_rules_on_which_others_rest() throws Exception {
        assertThat(Pattern.compile("(?m)^\\| ([A-Z]\\d+)\\* \\|")
                        .matcher(Files.readString(Path.of("RULES.md")))
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyElementsOf(Conformance.rules().stream()
                        .filter(Rule::ground)
                        .<String>map(Rule::number)
                        .toList());
    }

    @Test
    void numbers_are_unique() {
        assertThat(Conformance.rules()).<String>extracting(Rule::number).doesNotHaveDuplicates();
    }
}
