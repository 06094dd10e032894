# SPDX-License-Identifier: Apache-2.0
"""Run a checker, a program of its own, over the source files of a folder, several at a time."""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

CHECKER = """
import ast, sys, time
tree = ast.parse(open(sys.argv[1]).read())
time.sleep(0.1)
print(sum(isinstance(node, ast.FunctionDef) for node in ast.walk(tree)))
"""


def make_sources(folder, count):
    os.makedirs(folder, exist_ok=True)
    for number in range(count):
        with open(os.path.join(folder, f"module{number}.py"), "w") as file:
            for k in range(number % 6):
                file.write(f"def f{k}(x):\n    return x * {k} + {number}\n")


def check(path):
    done = subprocess.run([sys.executable, "-S", "-c", CHECKER, path],
                          stdout=subprocess.PIPE, universal_newlines=True, check=True)
    return int(done.stdout)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    make_sources("modules", count)
    paths = [os.path.join("modules", name) for name in sorted(os.listdir("modules"))]
    with ThreadPoolExecutor(max_workers=8) as pool:
        functions = sum(pool.map(check, paths))
    print(functions, "functions in", count, "modules")


if __name__ == "__main__":
    main()
