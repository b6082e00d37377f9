package org.retrato.activations;

import org.retrato.testkit.junit.PluginContract;

class ActivationsConformanceTest extends PluginContract {}
