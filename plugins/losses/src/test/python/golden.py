"""Writes what PyTorch computes for these losses, in double precision: the golden values of the tests.

Run it with PyTorch 2.13.0, the version of the values in the repository:

    python golden.py > ../resources/org/retrato/losses/golden.txt

A line is `case key value value ...`; a case is a component in Retrato's notation and, after `#`, a number. PyTorch has none of
these losses; they are written here as the papers do, and differentiated by it.
"""

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def line(case, key, values):
    numbers = torch.as_tensor(values).flatten().tolist()
    print(case, key, *(repr(number) for number in numbers))


def loss(case, function, predict, output, target):
    output = torch.tensor(output, dtype=torch.float64, requires_grad=True)
    target = torch.tensor(target, dtype=torch.float64)
    value = function(output, target)
    (gradient,) = torch.autograd.grad(value.mean(), output)
    line(case, "shape", output.shape)
    line(case, "output", output)
    line(case, "target", target)
    line(case, "value", value)
    line(case, "gradient", gradient)
    line(case, "prediction", predict(output))


def dice(smooth=1e-5):
    """Milletari, Navab and Ahmadi, 2016, of each column; as MONAI's DiceLoss(sigmoid=True, squared_pred=True, batch=True)."""

    def function(output, target):
        p = torch.sigmoid(output)
        overlap = 2 * (p * target).sum(0) + smooth
        return (1 - overlap / ((p**2).sum(0) + (target**2).sum(0) + smooth)).mean()

    return function


def generalized_dice(smooth=1e-5):
    """Sudre et al., 2017, section 2; categories that a batch does not have count nothing."""

    def function(output, target):
        p = functional.softmax(output, -1)
        there = target.sum(0) > 0
        weight = 1 / target.sum(0)[there] ** 2
        overlap = (weight * (p * target).sum(0)[there]).sum()
        sizes = (weight * (p + target).sum(0)[there]).sum()
        return 1 - (2 * overlap + smooth) / (sizes + smooth)

    return function


def focal(gamma=2.0):
    """Lin et al., 2017, equation 4, of the right category."""

    def function(output, target):
        logarithm = functional.log_softmax(output, -1)
        return -(target * (1 - logarithm.exp()) ** gamma * logarithm).sum(-1)

    return function


def log_cosh(output, target):
    error = output - target
    near = -0.5 * torch.log1p(-torch.tanh(error.clamp(-1, 1)) ** 2)
    far = error.abs() + torch.log1p(torch.exp(-2 * error.abs())) - torch.log(torch.tensor(2.0))
    return torch.where(error.abs() < 1, near, far)


def softmax(output):
    return functional.softmax(output, -1)


SHAPES = [[2.0, -1.0], [-3.0, 0.5], [0.1, 4.0], [-0.2, -40.0], [30.0, 1e-8]]
MASKS = [[1, 0], [0, 0], [0.25, 1], [1, 0], [1, 0.5]]
for name, function in [("dice", dice()), ("dice(smooth=1)", dice(1.0))]:
    loss(name + "#1", function, torch.sigmoid, [[0.3]], [[1]])
    loss(name + "#2", function, torch.sigmoid, SHAPES, MASKS)
    loss(name + "#3", function, torch.sigmoid, SHAPES, [[0, 0]] * 5)

LOGITS = [[0.2, -1.3, 0.7], [1.0, 1.0, -2.0], [2.0, -3.0, 0.0], [0.5, 4.0, 0.1]]
RIGHT = [[0, 0, 1], [1, 0, 0], [1, 0, 0], [1, 0, 0]]
for name, function in [("generalized-dice", generalized_dice()), ("generalized-dice(smooth=1)", generalized_dice(1.0))]:
    loss(name + "#1", function, softmax, [[0.2, -1.3, 0.7]], [[0, 1, 0]])
    loss(name + "#2", function, softmax, LOGITS, RIGHT)
    loss(name + "#3", function, softmax, LOGITS, [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 0]])

for name, function in [("focal", focal()), ("focal(gamma=0)", focal(0.0)), ("focal(gamma=0.5)", focal(0.5))]:
    loss(name + "#1", function, softmax, [[0.2, -1.3, 0.7]], [[0, 0, 1]])
    loss(name + "#2", function, softmax, LOGITS, RIGHT)
    loss(name + "#3", function, softmax, LOGITS, [[0, 1, 0], [0.25, 0.5, 0.25], [0, 0, 1], [0, 1, 0]])

ERRORS = [0.0, 1e-8, 1e-3, 0.25, 0.5, 0.999, 1.0, 1.5, 2.5, 20.0, 400.0, 1e6]
loss("log-cosh#1", log_cosh, lambda output: output, [[0.7]], [[-0.4]])
loss("log-cosh#2", log_cosh, lambda output: output, [ERRORS, [-e for e in ERRORS]], [[0.0] * len(ERRORS)] * 2)
