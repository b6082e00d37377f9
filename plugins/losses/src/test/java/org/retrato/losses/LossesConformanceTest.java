package org.retrato.losses;

import org.retrato.testkit.junit.PluginContract;

class LossesConformanceTest extends PluginContract {}
