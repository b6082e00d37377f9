package org.retrato.activations;

import org.retrato.testkit.PluginContract;

class ActivationsConformanceTest extends PluginContract {}
