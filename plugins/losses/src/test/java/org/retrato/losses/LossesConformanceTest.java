package org.retrato.losses;

import org.retrato.testkit.PluginContract;

class LossesConformanceTest extends PluginContract {}
