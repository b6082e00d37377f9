package org.retrato.distribution.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.retrato.runtime.painting.TerminalPicture.Colours;

class ScreenTest {

    @Test
    void the_environment_says_which_colours_the_terminal_has() {
        assertThat(Screen.colours(Map.of("COLORTERM", "truecolor"), true)).contains(Colours.TRUE);
        assertThat(Screen.colours(Map.of("TERM", "xterm-256color"), true)).contains(Colours.INDEXED);
        assertThat(Screen.colours(Map.of("TERM", "vt100"), true)).isEmpty();
    }

    @Test
    void who_wants_no_colours_or_has_no_half_blocks_sees_no_picture() {
        assertThat(Screen.colours(Map.of("COLORTERM", "truecolor", "NO_COLOR", "1"), true))
                .isEmpty();
        assertThat(Screen.colours(Map.of("COLORTERM", "truecolor"), false)).isEmpty();
    }
}
