import org.retrato.api.Style;
import org.retrato.styles.Classicist;
import org.retrato.styles.Cubist;
import org.retrato.styles.Expressionist;
import org.retrato.styles.Impressionist;
import org.retrato.styles.PopArt;
import org.retrato.styles.Realist;

/** Artist styles: an activation, a loss, an optimizer and a schedule that go together. */
module org.retrato.styles {
    requires org.retrato.api;
    requires static org.jspecify;

    provides Style with
            Realist,
            Impressionist,
            Classicist,
            Expressionist,
            Cubist,
            PopArt;
}
