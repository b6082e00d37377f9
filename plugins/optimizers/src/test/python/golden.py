"""Writes the trajectories of reference implementations, in double precision: the golden values of the tests.

Run it with PyTorch 2.13.0, the version of the values in the repository:

    python golden.py > ../resources/org/retrato/optimizers/golden.txt

A line is `case key value value ...`; a case is an optimizer in Retrato's notation, a key is the number of the step, a dot and
the name of the parameter. What PyTorch has comes from PyTorch: Adam, AdamW, SGD, clip_grad_norm_. The rest is written here, as
the papers and their authors' code have it; Muon is also taken from PyTorch, which computes it in bfloat16.

The problem: f = 10 + sum of curvature p² / 2 + ripple cos(3 p) over all elements + (sum of weight p over all elements)² / 2, so
that the gradient of each parameter depends on all. Matrices are [inputs, outputs], as in Retrato; PyTorch has them transposed.
"""

import math

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

SHAPES = {
    "input": [2, 3],
    "biases": [3],
    "wide": [3, 4],
    "tall": [4, 3],
    "output": [3, 2],
    "last": [2],
}
HIDDEN = ["wide", "tall"]
BIASES = ["biases", "last"]
RECORDED = [1, 2, 5, 6, 20]
STEPS = RECORDED[-1]

counter = 0


def numbers(shape, low, high):
    """Returns numbers between two others that look random and need no generator."""
    global counter
    elements = []
    for _ in range(math.prod(shape)):
        counter += 1
        share = math.modf(counter * (math.sqrt(5) - 1) / 2)[0]
        elements.append(round(low + (high - low) * share, 4))
    return torch.tensor(elements).reshape(shape)


START = {name: numbers(shape, -1.0, 1.0) for name, shape in SHAPES.items()}
CURVATURE = {name: numbers(shape, 0.1, 3.0) for name, shape in SHAPES.items()}
RIPPLE = {name: numbers(shape, 0.0, 0.3) for name, shape in SHAPES.items()}
WEIGHT = {name: numbers(shape, -0.5, 0.5) for name, shape in SHAPES.items()}


def loss(parameters):
    alone = sum(
        (CURVATURE[name] * p**2 / 2 + RIPPLE[name] * torch.cos(3 * p)).sum() for name, p in parameters.items()
    )
    together = sum((WEIGHT[name] * p).sum() for name, p in parameters.items())
    return 10 + alone + together**2 / 2


@torch.enable_grad()
def gradients(parameters):
    leaves = {name: p.detach().clone().requires_grad_() for name, p in parameters.items()}
    value = loss(leaves)
    value.backward()
    return value.item(), {name: p.grad for name, p in leaves.items()}


def line(case, key, values):
    print(case, key, *(repr(number) for number in torch.as_tensor(values).flatten().tolist()))


def length(tensors):
    return math.sqrt(sum((tensor**2).sum().item() for tensor in tensors.values()))


class OfTorch:
    """An optimizer of PyTorch, which takes gradients as it is told."""

    def __init__(self, create):
        self.create = create

    def start(self, parameters):
        self.parameters = parameters
        self.optimizer = self.create(parameters)

    def step(self, gradients, value, number):
        for name, p in self.parameters.items():
            p.grad = gradients[name].clone()
        self.optimizer.step()


def adam(**options):
    return OfTorch(lambda parameters: torch.optim.Adam(parameters.values(), **options))


def sgd(rate):
    return OfTorch(lambda parameters: torch.optim.SGD(parameters.values(), lr=rate))


def momentum(rate):
    return OfTorch(lambda parameters: torch.optim.SGD(parameters.values(), lr=rate, momentum=0.9))


def adamw(decay, rate):
    def create(parameters):
        weights = [p for name, p in parameters.items() if name not in BIASES]
        biases = [p for name, p in parameters.items() if name in BIASES]
        groups = [{"params": weights, "weight_decay": decay}, {"params": biases, "weight_decay": 0.0}]
        return torch.optim.AdamW(groups, lr=rate)

    return OfTorch(create)


class Clip:
    """torch.nn.utils.clip_grad_norm_ before an optimizer."""

    def __init__(self, inner, norm):
        self.inner, self.norm = inner, norm

    def start(self, parameters):
        self.inner.start(parameters)

    def step(self, gradients, value, number):
        leaves = {name: torch.zeros_like(g) for name, g in gradients.items()}
        for name, leaf in leaves.items():
            leaf.grad = gradients[name].clone()
        torch.nn.utils.clip_grad_norm_(leaves.values(), self.norm)
        self.inner.step({name: leaf.grad for name, leaf in leaves.items()}, value, number)


class Lookahead:
    """Algorithm 1 of Zhang et al.: every k steps of the inner optimizer, slow weights follow, and fast ones go back to them."""

    def __init__(self, inner, k, alpha):
        self.inner, self.k, self.alpha = inner, k, alpha

    def start(self, parameters):
        self.parameters = parameters
        self.slow = {name: p.detach().clone() for name, p in parameters.items()}
        self.inner.start(parameters)

    def step(self, gradients, value, number):
        self.inner.step(gradients, value, number)
        if number % self.k == 0:
            for name, p in self.parameters.items():
                self.slow[name] += self.alpha * (p - self.slow[name])
                p.copy_(self.slow[name])


class Sam:
    """Algorithm 1 of Foret et al. with p = 2, over any optimizer."""

    def __init__(self, inner, rho):
        self.inner, self.rho = inner, rho

    def start(self, parameters):
        self.parameters = parameters
        self.inner.start(parameters)

    def step(self, grads, value, number):
        scale = self.rho / (length(grads) + 1e-12)
        worst = {name: p + scale * grads[name] for name, p in self.parameters.items()}
        self.inner.step(gradients(worst)[1], value, number)


class Lamb:
    """Algorithm 2 of You et al., with phi(z) = z; a norm of 0 makes the ratio 1."""

    def __init__(self, rate=1e-2, betas=(0.9, 0.999), eps=1e-6, decay=0.01):
        self.rate, self.betas, self.eps, self.decay = rate, betas, eps, decay

    def start(self, parameters):
        self.parameters = parameters
        self.m = {name: torch.zeros_like(p) for name, p in parameters.items()}
        self.v = {name: torch.zeros_like(p) for name, p in parameters.items()}

    def step(self, gradients, value, number):
        beta1, beta2 = self.betas
        for name, x in self.parameters.items():
            g = gradients[name]
            self.m[name] = beta1 * self.m[name] + (1 - beta1) * g
            self.v[name] = beta2 * self.v[name] + (1 - beta2) * g * g
            m = self.m[name] / (1 - beta1**number)
            v = self.v[name] / (1 - beta2**number)
            update = m / (v.sqrt() + self.eps) + self.decay * x
            of_x, of_update = x.norm().item(), update.norm().item()
            ratio = of_x / of_update if of_x > 0 and of_update > 0 else 1.0
            x -= self.rate * ratio * update


class Muon:
    """torch.optim.Muon without weight decay and bfloat16 for hidden matrices, another optimizer for the rest."""

    def __init__(self, inner, rate=0.02, momentum=0.95, iterations=5):
        self.inner, self.rate, self.momentum, self.iterations = inner, rate, momentum, iterations

    def start(self, parameters):
        self.hidden = {name: p for name, p in parameters.items() if name in HIDDEN}
        self.buffers = {name: torch.zeros_like(p) for name, p in self.hidden.items()}
        self.inner.start({name: p for name, p in parameters.items() if name not in HIDDEN})

    def orthogonal(self, g):
        a, b, c = 3.4445, -4.7750, 2.0315
        x = g.T if g.size(0) > g.size(1) else g
        x = x / x.norm().clamp(min=1e-7)
        for _ in range(self.iterations):
            gram = x @ x.T
            x = a * x + (b * gram + c * gram @ gram) @ x
        return x.T if g.size(0) > g.size(1) else x

    def step(self, gradients, value, number):
        for name, p in self.hidden.items():
            g = gradients[name]
            buffer = self.buffers[name].lerp_(g, 1 - self.momentum)
            update = self.orthogonal(g.lerp(buffer, self.momentum))
            inputs, outputs = p.shape
            p -= self.rate * math.sqrt(max(1, outputs / inputs)) * update
        self.inner.step({name: g for name, g in gradients.items() if name not in HIDDEN}, value, number)


class TorchMuon:
    """torch.optim.Muon itself."""

    def __init__(self, inner):
        self.inner = inner

    def start(self, parameters):
        self.hidden = {name: p for name, p in parameters.items() if name in HIDDEN}
        self.transposed = {name: p.T.contiguous() for name, p in self.hidden.items()}
        self.optimizer = torch.optim.Muon(self.transposed.values(), lr=0.02, weight_decay=0.0)
        self.inner.start({name: p for name, p in parameters.items() if name not in HIDDEN})

    def step(self, gradients, value, number):
        for name, p in self.transposed.items():
            p.grad = gradients[name].T.contiguous()
        self.optimizer.step()
        for name, p in self.hidden.items():
            p.copy_(self.transposed[name].T)
        self.inner.step({name: g for name, g in gradients.items() if name not in HIDDEN}, value, number)


class ScheduleFreeAdam:
    """The step of AdamWScheduleFree by Defazio et al. (schedule_free/adamw_schedulefree.py), without warm-up."""

    def __init__(self, rate=0.0025, betas=(0.9, 0.999), eps=1e-8, decay=0.0):
        self.rate, self.betas, self.eps, self.decay = rate, betas, eps, decay

    def start(self, parameters):
        self.parameters = parameters
        self.z = {name: p.detach().clone() for name, p in parameters.items()}
        self.v = {name: torch.zeros_like(p) for name, p in parameters.items()}
        self.largest, self.sum = 0.0, 0.0

    def step(self, gradients, value, number):
        beta1, beta2 = self.betas
        self.largest = max(self.rate, self.largest)
        weight = self.largest**2
        self.sum += weight
        share = weight / self.sum
        for name, y in self.parameters.items():
            g = gradients[name]
            self.v[name].mul_(beta2).addcmul_(g, g, value=1 - beta2)
            direction = g / ((self.v[name] / (1 - beta2**number)).sqrt() + self.eps)
            direction += self.decay * y
            y.lerp_(self.z[name], share)
            y.add_(direction, alpha=self.rate * (beta1 * (1 - share) - 1))
            self.z[name].sub_(direction, alpha=self.rate)

    def evaluated(self):
        beta1 = self.betas[0]
        return {name: y.lerp(self.z[name], 1 - 1 / beta1) for name, y in self.parameters.items()}


class Polyak:
    """SPS_max of Loizou et al.: the step of Polyak, divided by c and never longer than a bound."""

    def __init__(self, bound=1.0, lowest=0.0, c=1.0):
        self.bound, self.lowest, self.c = bound, lowest, c

    def start(self, parameters):
        self.parameters = parameters

    def step(self, gradients, value, number):
        size = (value - self.lowest) / (self.c * length(gradients) ** 2 + 1e-8)
        size = min(max(size, 0.0), self.bound)
        for name, p in self.parameters.items():
            p -= size * gradients[name]


@torch.no_grad()
def optimizer(case, steps):
    parameters = {name: p.clone() for name, p in START.items()}
    steps.start(parameters)
    for number in range(1, STEPS + 1):
        value, grads = gradients(parameters)
        steps.step(grads, value, number)
        if number in RECORDED:
            for name, p in parameters.items():
                line(case, f"{number}.{name}", p)
            if hasattr(steps, "evaluated"):
                for name, p in steps.evaluated().items():
                    line(case, f"{number}.{name}.evaluated", p)


for name, shape in SHAPES.items():
    line("problem", f"{name}.shape", shape)
    line("problem", f"{name}.start", START[name])
    line("problem", f"{name}.curvature", CURVATURE[name])
    line("problem", f"{name}.ripple", RIPPLE[name])
    line("problem", f"{name}.weight", WEIGHT[name])

optimizer("clip(optimizer=sgd(learningRate=0.3),norm=0.5)", Clip(sgd(0.3), 0.5))
optimizer("clip(optimizer=adam(learningRate=0.02),norm=1)", Clip(adam(lr=0.02), 1.0))
optimizer("clip(optimizer=momentum(learningRate=0.02),norm=1000)", Clip(momentum(0.02), 1000.0))
optimizer("weight-decay(optimizer=adam(learningRate=0.02),decay=0.3)", adamw(0.3, 0.02))
optimizer("lookahead(optimizer=adam(learningRate=0.02),k=6,alpha=0.5)", Lookahead(adam(lr=0.02), 6, 0.5))
optimizer("lookahead(optimizer=momentum(learningRate=0.02),k=5,alpha=0.8)", Lookahead(momentum(0.02), 5, 0.8))
optimizer(
    "lookahead(optimizer=clip(optimizer=sgd(learningRate=0.1),norm=1),k=1,alpha=0.5)",
    Lookahead(Clip(sgd(0.1), 1.0), 1, 0.5),
)
optimizer("sam(optimizer=sgd(learningRate=0.05),rho=0.05)", Sam(sgd(0.05), 0.05))
optimizer("sam(optimizer=adam(learningRate=0.02),rho=0.5)", Sam(adam(lr=0.02), 0.5))
optimizer("muon(optimizer=adam)", Muon(adam()))
optimizer("muon(optimizer=adam)#pytorch", TorchMuon(adam()))
optimizer(
    "muon(optimizer=sgd(learningRate=0.1),learningRate=0.05,momentum=0.5,iterations=3)",
    Muon(sgd(0.1), 0.05, 0.5, 3),
)
optimizer("lamb", Lamb())
optimizer("lamb(learningRate=0.05,beta1=0.8,beta2=0.95,epsilon=0.001,decay=0.2)", Lamb(0.05, (0.8, 0.95), 1e-3, 0.2))
optimizer("schedule-free-adam", ScheduleFreeAdam())
optimizer(
    "schedule-free-adam(learningRate=0.05,beta1=0.7,beta2=0.95,epsilon=0.001,decay=0.1)",
    ScheduleFreeAdam(0.05, (0.7, 0.95), 1e-3, 0.1),
)
optimizer("polyak(learningRate=0.25,lowest=13,caution=2)", Polyak(0.25, 13.0, 2.0))
optimizer("polyak(learningRate=0.1,lowest=9,caution=2)", Polyak(0.1, 9.0, 2.0))
