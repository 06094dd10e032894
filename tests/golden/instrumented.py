# SPDX-License-Identifier: Apache-2.0
"""instrumented.py INSTRUMENT FOLDER: what the probe makes of loops in coroutines.

Each folder below FOLDER holds a program with one loop, and work.json, which
says by their texts what of it is the work. With PPP_UPDATE the after files are
written anew. Needs ast.unparse() of Python 3.9.
"""
import ast
import json
import os
import pathlib
import sys
import types

LOOPS = (ast.For, ast.ListComp, ast.SetComp, ast.DictComp)


def load(path):
    """The module that changes the tree, without what runs in children."""
    for name in ("ppp_probe", "ppp_probe.probe"):
        sys.modules[name] = types.ModuleType(name)
    sys.modules["ppp_probe.probe"].Probe = sys.modules["ppp_probe.probe"].Site = None
    module = types.ModuleType("instrument")
    exec(compile(path.read_text(), str(path), "exec"), module.__dict__)
    return module


def spec_of(instrument, tree, work):
    """As advisor/probe.cc makes it."""
    nodes = list(ast.walk(tree))
    loop = next(one for one in nodes if isinstance(one, LOOPS))

    def span(text, kind):
        [found] = [
            instrument.span_of(one)
            for one in nodes
            if isinstance(one, kind) and ast.unparse(one) == text
        ]
        return found

    return {
        "site": 0,
        "loop": instrument.span_of(loop),
        "coroutine": True,
        "prelude": [span(text, ast.stmt) for text in work.get("prelude", [])],
        "statements": [span(text, ast.stmt) for text in work.get("statements", [])],
        "expression": work.get("expression") and span(work["expression"], ast.expr),
        "results": work.get("results", []),
        "accumulators": work.get("accumulators", []),
        "own": [],
    }


def instrumented(instrument, folder):
    tree = ast.parse((folder / "before.py").read_text())
    spec = spec_of(instrument, tree, json.loads((folder / "work.json").read_text()))
    made = instrument.Instrumentation(tree)
    made.apply(spec, made.locate(spec))
    ast.fix_missing_locations(tree)
    compile(tree, str(folder), "exec")
    return ast.unparse(tree) + "\n"


def main():
    if not hasattr(ast, "unparse"):
        return 77
    instrument = load(pathlib.Path(sys.argv[1]))
    failed = 0
    for folder in sorted(pathlib.Path(sys.argv[2]).iterdir()):
        text, after = instrumented(instrument, folder), folder / "after.txt"
        if os.environ.get("PPP_UPDATE"):
            after.write_text(text)
        elif not after.exists() or after.read_text() != text:
            print(f"{folder.name}: differs; run with PPP_UPDATE=1 and read the diff\n{text}")
            failed = 1
    return failed


sys.exit(main())
