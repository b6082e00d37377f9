// leaves out what is not of the kind that was asked for, and lets the wrapper be started
def project = new File(request.outputDirectory, request.artifactId)
def kind = request.properties['kind']
def others = ['activation', 'loss', 'optimizer', 'schedule', 'style'].findAll { !(kind in [it, 'plugin']) }
def files = others.collect { request.properties[it] + '.java' }
project.eachFileRecurse { if (it.name in files) it.delete() }
new File(project, 'mvnw').setExecutable(true, false)
