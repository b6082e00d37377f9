package org.retrato.classics;

import org.retrato.testkit.junit.PluginContract;

class ClassicsConformanceTest extends PluginContract {}
