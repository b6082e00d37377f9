"""Writes what PyTorch computes for these activations, in double precision: the golden values of the tests.

Run it with PyTorch 2.13.0, the version of the values in the repository:

    python golden.py > ../resources/org/retrato/activations/golden.txt

A line is `case key value value ...`; a case is a component in Retrato's notation.
"""

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def line(case, key, values):
    numbers = torch.as_tensor(values).flatten().tolist()
    print(case, key, *(repr(number) for number in numbers))


def elements(name, function):
    magnitudes = [1e-300, 1e-30, 1e-8, 1e-3, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10, 20, 40, 100, 750, 1e4]
    inputs = [-magnitude for magnitude in reversed(magnitudes)] + [0.0] + magnitudes
    rows(name, 1, [[number] for number in inputs], function)


def rows(name, width, inputs, function, **learned):
    """Records the value and its gradients, of the sum of all that the activation yields."""
    x = torch.tensor(inputs, dtype=torch.float64, requires_grad=True)
    parameters = {key: torch.tensor(value, requires_grad=True) for key, value in learned.items()}
    y = function(x, **parameters)
    gradients = torch.autograd.grad(y.sum(), [x, *parameters.values()])
    line(name, "width", [float(width)])
    line(name, "input", x)
    line(name, "value", y)
    line(name, "gradient", gradients[0])
    for key, gradient in zip(parameters, gradients[1:]):
        line(name, key, gradient)


def gated(name, function):
    x = [[0.5, -1.5, 2.0, 0.25], [-3.0, 1e-8, 40.0, -40.0], [0.0, 1.0, -750.0, 750.0], [100.0, -0.1, 0.3, 2.5]]
    rows(name, 4, x, function)


def swiglu(x):
    first, second = x.chunk(2, dim=-1)
    return functional.silu(first) * second


# The tiny network whose training is followed: 2 inputs, 5 and 4 hidden units with PReLU, 1 output, and its problem.
WIDTHS = [2, 5, 4, 1]
ROWS = 40
STEPS = 100
RECORDED = [1, 2, 5, 10, 20, 50, 100]


def training(name, per_unit, create):
    """Trains on all rows by the mean squared error, from weights that a formula gives."""
    layers, slopes = [], []
    for index, (inputs, outputs) in enumerate(zip(WIDTHS, WIDTHS[1:])):
        counter = torch.arange(inputs * outputs, dtype=torch.float64).reshape(inputs, outputs)
        weights = (torch.sin(3 * counter + index) / inputs**0.5).requires_grad_()
        biases = (torch.cos(torch.arange(outputs, dtype=torch.float64) + index) / 4).requires_grad_()
        layers.append((weights, biases))
        if outputs > 1:
            slopes.append(torch.full((outputs if per_unit else 1,), 0.25, requires_grad=True))
    row = torch.arange(ROWS, dtype=torch.float64)
    x = torch.stack([torch.sin(row), torch.cos(2 * row)], dim=1)
    target = (x[:, :1] * x[:, 1:] + 0.5 * x[:, :1]).detach()
    if per_unit:  # the same for both cases
        line("training", "input", x)
        line("training", "target", target)
        for index, (weights, biases) in enumerate(layers):
            line("training", f"weights{index}", weights)
            line("training", f"biases{index}", biases)
    optimizer = create([*(parameter for layer in layers for parameter in layer), *slopes])
    for step in range(1, STEPS + 1):
        optimizer.zero_grad()
        y = x
        for index, (weights, biases) in enumerate(layers):
            y = y @ weights + biases
            if index < len(slopes):
                y = functional.prelu(y, slopes[index])
        loss = functional.mse_loss(y, target)
        loss.backward()
        optimizer.step()
        if step in RECORDED:
            line(name, f"{step}:loss", loss)
            for index, (weights, biases) in enumerate(layers):
                line(name, f"{step}:weights{index}", weights)
                line(name, f"{step}:biases{index}", biases)
            for index, slope in enumerate(slopes):
                line(name, f"{step}:slope{index}", slope)


elements("leaky-relu", functional.leaky_relu)
elements("leaky-relu(slope=0.2)", lambda x: functional.leaky_relu(x, 0.2))
elements("elu", functional.elu)
elements("elu(alpha=0.5)", lambda x: functional.elu(x, 0.5))
elements("gelu", functional.gelu)
elements("silu", functional.silu)
elements("sine", lambda x: torch.sin(30 * x))
elements("sine(frequency=1)", torch.sin)
gated("glu", functional.glu)
gated("swiglu", swiglu)

SOME = [[0.5, -1.5, 2.0], [-3.0, 1e-8, -1e-8], [0.0, -1e4, 1e4], [-0.25, -0.5, -0.75]]
rows("prelu", 3, SOME, lambda x, slope: functional.prelu(x, slope), slope=[0.25])
rows("prelu(slope=-0.5)", 3, SOME, lambda x, slope: functional.prelu(x, slope), slope=[-0.5])
rows("prelu(perUnit=true)", 3, SOME, lambda x, slope: functional.prelu(x, slope), slope=[0.25] * 3)

training("prelu(perUnit=true)#sgd", True, lambda p: torch.optim.SGD(p, lr=0.1))
training("prelu#sgd", False, lambda p: torch.optim.SGD(p, lr=0.1))
training("prelu#adam", False, lambda p: torch.optim.Adam(p, lr=0.01))
