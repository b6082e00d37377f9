#!/usr/bin/env python3
"""Compares Retrato with PyTorch on the CPU: the same shapes, the same threads, in alternation.

Each measurement is a process of its own. A round measures a row with Retrato, with PyTorch as it is (eager), and with
PyTorch whose malloc keeps memory instead of returning it to the system; the table has the medians of all rounds.
Needs Python 3.9 and PyTorch 2, and nothing else.

    compare_pytorch.py                          all rows, about a quarter of an hour
    compare_pytorch.py classifier update-       only rows with this in their name
    compare_pytorch.py portrait --activation sine --plugins DIR
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LAUNCHER = Path(__file__).resolve().parents[2] / "target" / "retrato" / "bin" / "retrato"
KEEPING_MALLOC = {"MALLOC_MMAP_THRESHOLD_": "4294967296", "MALLOC_TRIM_THRESHOLD_": "4294967296"}

ELEMENTS = 1 << 24
WEIGHTS = (2500, 4000)
WARM_UP_SECONDS = 0.5
SECONDS = 1.0
SLICE_SECONDS = 0.04


ACTIVATIONS = {
    "gelu": lambda torch: torch.nn.functional.gelu,  # the exact one, with erf, as Retrato's
    "relu": lambda torch: torch.relu,
    "sigmoid": lambda torch: torch.sigmoid,
    "sin": lambda torch: torch.sin,
    "sine": lambda torch: torch.sin,
    "tanh": lambda torch: torch.tanh,
}


def rows(activation):
    """Returns for each row of 'retrato bench' what prepares the same with PyTorch: a function that does it once."""
    return {
        f"portrait-{activation}-65536": lambda: step([2, 256, 256, 256, 3], activation, 65536),
        f"portrait-{activation}-8192": lambda: step([2, 256, 256, 256, 3], activation, 8192),
        f"awkward-{activation}-8190": lambda: step([2, 250, 250, 250, 3], activation, 8190),
        "fourier-relu-8192": lambda: step([256, 256, 256, 256, 3], "relu", 8192, encoded=2),
        "classifier-relu-128": lambda: step([784, 512, 256, 10], "relu", 128, categories=True),
        "wide-relu-4096": lambda: step([2, 1024, 1024, 1024, 1024, 3], "relu", 4096),
        "narrow-relu-1024": lambda: step([2, 32, 32, 32, 3], "relu", 1024),
        "single-relu-1": lambda: step([2, 256, 256, 256, 3], "relu", 1),
        "function-sin": lambda: function(lambda torch, x, y: torch.sin(x)),
        "function-tanh": lambda: function(lambda torch, x, y: torch.tanh(x)),
        "function-exp": lambda: function(lambda torch, x, y: torch.exp(x)),
        "function-gelu": lambda: function(lambda torch, x, y: torch.nn.functional.gelu(x)),
        "function-huber": lambda: function(
            lambda torch, x, y: torch.nn.functional.huber_loss(x, y, reduction="none")
        ),
        # fused where PyTorch has it
        "update-adam": lambda: update(lambda optim, weights: optim.Adam(weights, fused=True)),
        "update-momentum": lambda: update(lambda optim, weights: optim.SGD(weights, lr=1e-3, momentum=0.9, fused=True)),
        "update-rmsprop": lambda: update(lambda optim, weights: optim.RMSprop(weights)),
        "update-sgd": lambda: update(lambda optim, weights: optim.SGD(weights, lr=1e-3, fused=True)),
        "product-forward": lambda: product(lambda torch, x, w, y, b: torch.addmm(b, x, w)),
        "product-input-gradient": lambda: product(lambda torch, x, w, y, b: y @ w.t()),
        "product-weight-gradient": lambda: product(lambda torch, x, w, y, b: x.t() @ y),
    }


def product(compute):
    import torch

    x, w, y, b = torch.randn(4096, 256), torch.randn(256, 256), torch.randn(4096, 256), torch.randn(256)
    return without_gradients(torch, lambda: compute(torch, x, w, y, b))


def function(compute):
    import torch

    x, y = torch.rand(ELEMENTS) * 8 - 4, torch.rand(ELEMENTS) * 8 - 4
    return without_gradients(torch, lambda: compute(torch, x, y))


def without_gradients(torch, compute):
    def run():
        with torch.inference_mode():
            compute()

    return run


def update(optimizer):
    import torch

    weights = torch.nn.Parameter(torch.randn(*WEIGHTS))
    weights.grad = torch.randn(*WEIGHTS)
    return optimizer(torch.optim, [weights]).step


def step(widths, activation, count, encoded=None, categories=False):
    """Prepares forward, backward and Adam for dense layers; if so many inputs are encoded as waves, then in every step."""
    import torch
    from torch.nn import functional

    activate = ACTIVATIONS[activation](torch)
    layers = torch.nn.ModuleList(torch.nn.Linear(*pair) for pair in zip(widths, widths[1:]))
    optimizer = torch.optim.Adam(layers.parameters())
    inputs = torch.rand(count, encoded or widths[0]) * 2 - 1
    frequencies = torch.randn(encoded or 0, widths[0] // 2) * 10 * 2 * math.pi
    labels = torch.randint(0, widths[-1], (count,))
    targets = functional.one_hot(labels, widths[-1]).float()

    def run():
        optimizer.zero_grad(set_to_none=True)
        x = inputs
        if encoded:
            waves = x @ frequencies
            x = torch.cat([torch.sin(waves), torch.cos(waves)], 1)
        for layer in layers[:-1]:
            x = activate(layer(x))
        output = layers[-1](x)
        loss = functional.cross_entropy(output, labels) if categories else functional.mse_loss(output, targets)
        loss.backward()
        optimizer.step()

    return run


def milliseconds_of(run):
    """Times as Retrato does: the median of slices, each the mean of as many runs as fit."""
    slices(run, WARM_UP_SECONDS)
    return statistics.median(slices(run, SECONDS)) * 1e3


def slices(run, seconds):
    times = []
    start = time.perf_counter()
    while not times or time.perf_counter() - start < seconds:
        before = time.perf_counter()
        runs = elapsed = 0
        while elapsed < SLICE_SECONDS:
            run()
            runs += 1
            elapsed = time.perf_counter() - before
        times.append(elapsed / runs)
    return times


def with_pytorch(row, options, environment):
    command = [sys.executable, __file__, "--measure", row, "--threads", options.threads, "--activation", options.activation]
    threads = {"OMP_NUM_THREADS": str(options.threads)}
    return json.loads(output_of(command, {**threads, **environment}))


def measure(row, options):
    """Is the process that measures one row with PyTorch."""
    import torch

    torch.set_num_threads(options.threads)
    print(json.dumps(milliseconds_of(rows(options.activation)[row]())))


def with_retrato(row, options):
    """Returns what 'retrato bench' wrote about one row."""
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.json"
        command = [options.retrato, "bench", row, "--threads", options.threads, "--json", results]
        if options.activation != "gelu":
            command += ["--activation", options.activation]
        for plugins in options.plugins:
            command += ["--plugins", plugins]
        output_of(command, {})
        written = json.loads(results.read_text(encoding="utf-8"))
    return next(found for found in written["rows"] if found["name"] == row)


def output_of(command, environment):
    command = [str(word) for word in command]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment})
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    return done.stdout


def compare(row, options):
    retrato, eager, tuned = [], [], []
    for _ in range(options.rounds):
        retrato.append(with_retrato(row, options))
        eager.append(with_pytorch(row, options, {}))
        tuned.append(with_pytorch(row, options, KEEPING_MALLOC))
    ours = statistics.median(result["milliseconds"] for result in retrato)
    percent = statistics.median(result["percent"] for result in retrato)
    cells = [f"{ours:9.3f}", f"{percent:6.1f} %"]
    for theirs in (statistics.median(eager), statistics.median(tuned)):
        cells += [f"{theirs:9.3f}", f"{theirs / ours:6.2f}x"]
    slow = "  slow!" if any(result["slow"] for result in retrato) else ""
    print(f"{row:25}" + " ".join(cells) + slow, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*", metavar="NAME", help="only rows with this in their name")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured; %(default)s unless given")
    parser.add_argument("--threads", type=int, default=2, help="threads on both sides; %(default)s unless given")
    parser.add_argument("--activation", default="gelu", help="that of the portraits; %(default)s unless given")
    parser.add_argument("--plugins", action="append", default=[], metavar="DIR", help="where Retrato finds it")
    parser.add_argument("--retrato", default=LAUNCHER, help="the launcher; that of the sources unless given")
    parser.add_argument("--measure", metavar="ROW", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        return measure(options.measure, options)
    if options.activation not in ACTIVATIONS:
        parser.error(f"'{options.activation}' is none of {', '.join(ACTIVATIONS)}; add it to this script")
    chosen = [row for row in rows(options.activation) if not options.words or any(word in row for word in options.words)]
    if not chosen:
        parser.error(f"there are only the rows {', '.join(rows(options.activation))}")
    print(f"medians of {options.rounds} rounds, {options.threads} threads; milliseconds, and how many times faster Retrato is")
    print(f"{'':25}{'Retrato':>9} {'of limit':>8} {'PyTorch':>9} {'':7} {'its malloc tuned':>17}")
    for row in chosen:
        compare(row, options)


if __name__ == "__main__":
    main()
