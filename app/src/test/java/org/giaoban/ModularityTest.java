package org.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms keep their walls: no cycle, no use of internals, only the declared arrows. */
class ModularityTest {

    @Test
    void modulesKeepTheirWalls() {
        var modules = ApplicationModules.of(Application.class);

        var violations = modules.detectViolations();

        assertThat(violations.getMessages()).isEmpty();
    }
}
