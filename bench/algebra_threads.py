#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many results of linear algebra depend on the number of BLAS threads.

Computes the same calls in processes of one thread and of several, and in one of
several again, forked, and compares the bytes. docs/decisions.md has what came of it.
"""
import argparse
import hashlib
import json
import multiprocessing
import os
import subprocess
import sys

SIZES = (3, 6, 10, 16, 25, 40, 64, 100, 200)
TYPES = ("float32", "float64", "complex128")


def calls(np, matrix, other, positive):
    linalg = np.linalg
    vector = other[0]
    return {
        "matmul": lambda: matrix @ other,
        "matmul of a transpose": lambda: matrix.T @ matrix,
        "matmul of a vector": lambda: matrix @ vector,
        "dot": lambda: np.dot(matrix, other),
        "dot of vectors": lambda: np.dot(vector, matrix[1]),
        "vdot": lambda: np.vdot(matrix, other),
        "inner": lambda: np.inner(matrix, other),
        "tensordot": lambda: np.tensordot(matrix, other, 1),
        "einsum": lambda: np.einsum("ij,jk->ik", matrix, other),
        "einsum, optimized": lambda: np.einsum("ij,jk,kl->il", matrix, other, matrix, optimize=True),
        "cov": lambda: np.cov(matrix),
        "corrcoef": lambda: np.corrcoef(matrix),
        "solve": lambda: linalg.solve(matrix, other),
        "solve of a vector": lambda: linalg.solve(matrix, vector),
        "inv": lambda: linalg.inv(matrix),
        "det": lambda: linalg.det(matrix),
        "slogdet": lambda: linalg.slogdet(matrix),
        "cholesky": lambda: linalg.cholesky(positive),
        "qr": lambda: linalg.qr(matrix),
        "eigvals": lambda: linalg.eigvals(matrix),
        "eig": lambda: linalg.eig(matrix),
        "eigvalsh": lambda: linalg.eigvalsh(positive),
        "eigh": lambda: linalg.eigh(positive),
        "matrix_power": lambda: linalg.matrix_power(matrix, 5),
        "multi_dot": lambda: linalg.multi_dot([matrix, other, matrix]),
        "norm": lambda: linalg.norm(matrix),
    }


def digest(result):
    parts = result if isinstance(result, tuple) else (result,)
    return hashlib.sha256(b"".join(part.tobytes() for part in parts)).hexdigest()


def compute(_=None):
    import numpy as np

    found = {}
    for kind in TYPES:
        for size in SIZES:
            numbers = np.random.RandomState(size)
            matrix, other = numbers.normal(0.0, 1.0, (2, size, size))
            if kind.startswith("complex"):
                matrix = matrix + 1j * numbers.normal(0.0, 1.0, (size, size))
            matrix, other = matrix.astype(kind), other.astype(kind)
            # einsum() without `optimize` asks no library: operands are the same.
            square = np.einsum("ik,jk->ij", matrix, matrix.conj())
            positive = (square + size * np.eye(size)).astype(kind)
            for name, call in calls(np, matrix, other, positive).items():
                found[f"{name} of {size} × {size} {kind}"] = digest(call())
    return found


def in_process(python, threads, forked=False):
    command = [python, __file__, "--one"] + ["--forked"] * forked
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": str(threads)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--forked", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        found = compute()
        if options.forked:
            with multiprocessing.get_context("fork").Pool(2) as pool:
                found = pool.map(compute, range(2), chunksize=1)[1]
        print(json.dumps(found))
        return
    alone = in_process(options.python, 1)
    several = in_process(options.python, options.threads)
    forked = in_process(options.python, options.threads, forked=True)
    differ = [name for name in alone if alone[name] != several[name]]
    print(f"{len(differ)} of {len(alone)} differ between 1 thread and {options.threads}")
    for size in SIZES:
        of_size = [name for name in differ if f" of {size} × " in name]
        if of_size:
            print(f"{size} × {size}: {len(of_size)}, such as {of_size[0]}")
    again = [name for name in alone if several[name] != forked[name]]
    print(f"{len(again)} differ between the program and a forked worker, both of {options.threads} threads")


if __name__ == "__main__":
    main()
