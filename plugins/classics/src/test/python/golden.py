"""Writes what PyTorch computes for the classics, in double precision: the golden values of the tests.

Run it with PyTorch 2.13.0, the version of the values in the repository:

    python golden.py > ../resources/org/retrato/classics/golden.txt

A line is `case key value value ...`; a case is a component in Retrato's notation and, after `#`, a number.
"""

import math

import torch
from torch.nn import functional
from torch.optim import lr_scheduler

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def line(case, key, values):
    numbers = torch.as_tensor(values).flatten().tolist()
    print(case, key, *(repr(number) for number in numbers))


def activation(name, function):
    magnitudes = [1e-300, 1e-30, 1e-8, 1e-3, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 20, 40, 100, 750, 1e4]
    inputs = [-magnitude for magnitude in reversed(magnitudes)] + [0.0] + magnitudes
    x = torch.tensor(inputs, requires_grad=True)
    y = function(x)
    (gradient,) = torch.autograd.grad(y.sum(), x)
    line(name, "input", x)
    line(name, "value", y)
    line(name, "gradient", gradient)


def loss(case, function, output, target):
    output = torch.tensor(output, dtype=torch.float64, requires_grad=True)
    target = torch.tensor(target, dtype=torch.float64)
    value = function(output, target)
    (gradient,) = torch.autograd.grad(value.mean(), output)
    line(case, "shape", output.shape)
    line(case, "output", output)
    line(case, "target", target)
    line(case, "value", value)
    line(case, "gradient", gradient)


def regression(name, function):
    loss(name + "#1", function, [[0.7]], [[-0.4]])
    loss(name + "#2", function, [[0.1, -2.0, 3.5], [0.0, 1e-9, -7.25]], [[0.1, 1.0, -3.5], [1.0, 0.0, -7.0]])
    # errors below, at and above the deltas of Huber: 0.25, 1 and 2.5
    errors = [0.0, 0.125, 0.25, 0.375, 0.5, 1.0, 1.5, 2.5, 3.0, 1e6]
    loss(name + "#3", function, [errors, [-error for error in errors]], [[0.0] * len(errors)] * 2)


def huber(delta):
    return lambda output, target: functional.huber_loss(output, target, reduction="none", delta=delta)


def classification(name, function):
    loss(name + "#1", function, [[0.2, -1.3, 0.7]], [[0, 0, 1]])
    loss(name + "#2", function, [[1.0, 1.0], [2.0, -3.0], [0.5, 4.0]], [[1, 0], [0, 1], [0.25, 0.75]])
    extreme = [[1e3, -1e3, 0.0, 5.0], [-1e3, 1e3, 1e3, 0.0], [1e300, -1e300, 0.0, 0.0], [-745.0, -746.0, -1e4, -1e4]]
    loss(name + "#3", function, extreme, [[1, 0, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0], [0, 1, 0, 0]])


def predictions(name, function, outputs):
    line(name, "shape", torch.tensor(outputs).shape)
    line(name, "output", outputs)
    line(name, "prediction", function(torch.tensor(outputs, dtype=torch.float64)))


# The problem of the optimizers: f(p) = sum of curvature p² / 2 + ripple cos(3 p), from badly to well conditioned. One
# parameter rests where its gradient is exactly 0, and one has a gradient of about the size of the usual epsilon.
CURVATURE = [30.0, 4.0, 0.5, 0.01, 1e-8, 2.0]
RIPPLE = [0.5, 1.0, 0.25, 0.1, 0.0, 0.75]
START = [1.0, -2.0, 3.0, -0.7, 1.5, 0.0]
RECORDED = [1, 2, 3, 5, 10, 20, 50, 100]


def optimizer(name, create):
    curvature, ripple = torch.tensor(CURVATURE), torch.tensor(RIPPLE)
    parameter = torch.tensor(START, requires_grad=True)
    steps = create([parameter])
    for step in range(1, RECORDED[-1] + 1):
        parameter.grad = (curvature * parameter - 3 * ripple * torch.sin(3 * parameter)).detach()
        steps.step()
        if step in RECORDED:
            line(name, f"{step}", parameter)


def schedule(case, steps, create):
    steady = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    changing = create(steady)
    factors = []
    for _ in range(steps):
        factors.append(steady.param_groups[0]["lr"])
        steady.step()
        changing.step()
    line(case, "factor", factors)


def warm(optimizer, rising, steps):
    if rising == 0:
        return lr_scheduler.CosineAnnealingLR(optimizer, T_max=steps)
    rise = lr_scheduler.LinearLR(optimizer, start_factor=1 / (rising + 1), total_iters=rising)
    rest = lr_scheduler.CosineAnnealingLR(optimizer, T_max=steps - rising)
    return lr_scheduler.SequentialLR(optimizer, [rise, rest], milestones=[rising])


def decay(step_size, gamma):
    return lambda optimizer: lr_scheduler.StepLR(optimizer, step_size, gamma)


def fall(last, steps):
    return lambda optimizer: lr_scheduler.ExponentialLR(optimizer, gamma=last ** (1 / max(1, steps - 1)))


activation("relu", torch.relu)
activation("sigmoid", torch.sigmoid)
activation("tanh", torch.tanh)

regression("mse", lambda output, target: functional.mse_loss(output, target, reduction="none"))
regression("huber", huber(1.0))
regression("huber(delta=0.25)", huber(0.25))
regression("huber(delta=2.5)", huber(2.5))
classification("cross-entropy", lambda output, target: functional.cross_entropy(output, target, reduction="none"))
predictions("cross-entropy#4", lambda output: functional.softmax(output, -1), [[0.2, -1.3, 0.7], [1e3, -1e3, 1e3]])

line("problem", "curvature", CURVATURE)
line("problem", "ripple", RIPPLE)
line("problem", "start", START)
optimizer("sgd", lambda p: torch.optim.SGD(p))
optimizer("sgd(learningRate=0.03)", lambda p: torch.optim.SGD(p, lr=0.03))
optimizer("momentum", lambda p: torch.optim.SGD(p, momentum=0.9))
optimizer("momentum(learningRate=0.01,momentum=0.5)", lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.5))
optimizer("adam", lambda p: torch.optim.Adam(p))
optimizer(
    "adam(learningRate=0.02,beta1=0.8,beta2=0.95,epsilon=0.001)",
    lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.8, 0.95), eps=0.001),
)
optimizer("adam(beta1=0)", lambda p: torch.optim.Adam(p, betas=(0.0, 0.999)))
optimizer("rmsprop", lambda p: torch.optim.RMSprop(p))
optimizer(
    "rmsprop(learningRate=0.002,alpha=0.9,epsilon=0.001)",
    lambda p: torch.optim.RMSprop(p, lr=0.002, alpha=0.9, eps=0.001),
)

schedule("constant#20", 20, lambda optimizer: lr_scheduler.ConstantLR(optimizer, factor=1.0))
schedule("cosine#40", 40, lambda optimizer: warm(optimizer, 2, 40))
schedule("cosine(warmup=0)#7", 7, lambda optimizer: warm(optimizer, 0, 7))
schedule("cosine(warmup=0.29)#100", 100, lambda optimizer: warm(optimizer, 29, 100))
schedule("cosine#1", 1, lambda optimizer: warm(optimizer, 0, 1))
schedule("step#20", 20, decay(5, 0.5))
schedule("step(every=0.29,factor=0.1)#100", 100, decay(29, 0.1))
schedule("step#1", 1, decay(1, 0.5))
schedule("exponential#20", 20, fall(0.01, 20))
schedule("exponential(last=0.5)#5", 5, fall(0.5, 5))
schedule("exponential(last=1000)#30", 30, fall(1000, 30))
schedule("exponential#1", 1, fall(0.01, 1))
