# SPDX-License-Identifier: Apache-2.0
"""Compares advisor/effects/*.json with the Python versions of this machine.

Fails when a table names something that no version has, gets a parameter's name
or place wrong, calls a method static that is not, puts an exception under the
wrong base, or leaves a name out of a module or type that it calls complete.

usage: tables_exist.py FOLDER         compare with every CPython 3.8+ found
       tables_exist.py --probe FOLDER compare with this one, as JSON
"""

import glob
import importlib
import inspect
import json
import os
import shutil
import subprocess
import sys
import warnings

# Names that came after 3.11, or went by 3.13; a machine may have nothing
# newer or older.
CAME = {
    (3, 12): {
        "builtins.int.is_integer", "fractions.Fraction.is_integer",
        "itertools.batched", "math.sumprod", "random.binomialvariate",
        "xml.etree.ElementTree.Element.__bool__",
    },
    (3, 13): {
        "copy.replace", "glob.translate", "math.fma", "queue.ShutDown",
        "re.PatternError", "statistics.kde", "statistics.kde_random",
    },
    (3, 14): {
        "decimal.IEEEContext", "decimal.IEEE_CONTEXT_MAX_BITS",
        "fnmatch.filterfalse", "functools.Placeholder", "heapq.heapify_max",
        "heapq.heappop_max", "heapq.heappush_max", "heapq.heappushpop_max",
        "heapq.heapreplace_max", "operator.is_none", "operator.is_not_none",
    },
}
WENT = {
    (3, 12): {"datetime.sys"},
    (3, 13): {"re.template"},
}
# Not of the class: the open answer that a failure holds has it.
DELEGATED = {"urllib.error.HTTPError.read"}
OPERATORS = ["__%s__" % word for word in (
    "add sub mul matmul truediv floordiv mod pow and or xor lshift rshift neg "
    "pos abs invert").split()]
SKIP = 77  # what ctest takes for "skipped"


def real_type(module, name, entry):
    expression = entry.get("real")
    if not expression:
        return getattr(module, name)
    if "(" in expression:
        return eval(expression)
    home, _, last = expression.rpartition(".")
    return getattr(importlib.import_module(home), last)


def is_static(owner, name):
    kind = type(inspect.getattr_static(owner, name)).__name__
    return kind in ("classmethod", "staticmethod", "classmethod_descriptor",
                    "builtin_function_or_method")


def parameters(function, bound):
    """(kind, name) of each parameter, or None when there is no signature."""
    try:
        found = list(inspect.signature(function).parameters.values())
    except (ValueError, TypeError):
        return None
    if bound and found and found[0].kind in (found[0].POSITIONAL_ONLY,
                                             found[0].POSITIONAL_OR_KEYWORD):
        found = found[1:]
    return [(p.kind, p.name) for p in found]


def wrong_parameters(entry, found):
    """The first parameter that this version has under another name or place.

    A name that the version lacks is harmless: such a call raises TypeError. A
    name that it has elsewhere would make the entry speak of another argument.
    """
    if found is None:
        return None
    positional = [name for kind, name in found
                  if kind == inspect.Parameter.POSITIONAL_OR_KEYWORD or
                  kind == inspect.Parameter.POSITIONAL_ONLY]
    by_name = {name for kind, name in found
               if kind == inspect.Parameter.POSITIONAL_OR_KEYWORD}
    for place, name in enumerate(entry.get("params", [])):
        if not name or name not in by_name:
            continue
        if place >= len(positional) or positional[place] != name:
            return name
    return None


class Probe:
    """What one interpreter says of the tables."""

    def __init__(self):
        self.missing = []
        self.wrong = []

    def call(self, where, owner, name, entry, is_method):
        try:
            function = getattr(owner, name)
        except AttributeError:
            self.missing.append(where)
            return
        if is_method and name != "__new__":
            if is_static(owner, name) != entry.get("static", False):
                self.wrong.append(where + ": static is wrong")
        bound = is_method and not entry.get("static", False)
        wrong = wrong_parameters(entry, parameters(function, bound))
        if wrong:
            self.wrong.append(where + ": parameter " + wrong)

    def type(self, module, name, entry):
        where = module.__name__ + "." + name
        try:
            owner = real_type(module, name, entry)
        except (AttributeError, NameError):
            self.missing.append(where)
            return
        base = entry.get("like")
        if base and isinstance(owner, type) and issubclass(owner,
                                                           BaseException):
            home, _, last = base.rpartition(".")
            home = importlib.import_module(home or module.__name__)
            if not issubclass(owner, getattr(home, last)):
                self.wrong.append(where + ": is not like " + base)
        for method, call in entry.get("methods", {}).items():
            self.call(where + "." + method, owner, method, call, True)
        if entry.get("complete"):
            has = {one for part in owner.__mro__ for one in vars(part)
                   if one in OPERATORS or not one.startswith("_")}
            left_out = has - set(entry.get("methods", {})) - set(
                entry.get("attributes", {}))
            self.wrong += [where + ": lacks " + one for one in left_out]

    def module(self, table):
        try:
            module = importlib.import_module(table["module"])
        except ImportError:
            self.missing.append(table["module"])
            return
        for name in table.get("constants", {}):
            if not hasattr(module, name):
                self.missing.append(module.__name__ + "." + name)
        for name, call in table.get("functions", {}).items():
            self.call(module.__name__ + "." + name, module, name, call, False)
        for name, entry in table.get("types", {}).items():
            self.type(module, name, entry)
        if table.get("complete"):
            self.complete(module, table)

    def complete(self, module, table):
        public = getattr(module, "__all__", None) or [
            name for name in vars(module) if not name.startswith("_")]
        for name in public:
            if not any(name in table.get(part, {})
                       for part in ("constants", "functions", "types")):
                self.wrong.append(module.__name__ + "." + name +
                                  ": left out of a complete table")


def tables(folder):
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            yield json.load(file)


def names(table):
    module = table["module"]
    yield module
    for part in ("constants", "functions", "types"):
        for name in table.get(part, {}):
            yield module + "." + name
    for name, entry in table.get("types", {}).items():
        for method in entry.get("methods", {}):
            yield module + "." + name + "." + method


def probe(folder):
    warnings.simplefilter("ignore")
    result = Probe()
    for table in tables(folder):
        result.module(table)
    print(json.dumps({"version": sys.version_info[:2],
                      "missing": result.missing, "wrong": result.wrong}))


def interpreters():
    places = [os.path.join(root, "versions", "3.*", "bin")
              for root in (os.environ.get("PYENV_ROOT", ""),
                           os.path.expanduser("~/.pyenv")) if root]
    found = [path for place in places
             for path in glob.glob(os.path.join(place, "python3"))]
    found += [shutil.which("python3.%d" % minor) for minor in range(8, 15)]
    found += ["/usr/bin/python3", sys.executable]
    return {os.path.realpath(path) for path in found
            if path and os.path.exists(path)}


def ask(python, folder):
    """What `python` says, or None if it is not a CPython 3.8 to 3.14."""
    run = subprocess.run(
        [python, "-c", "import sys; print(sys.implementation.name, "
         "(3, 8) <= sys.version_info < (3, 15))"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        universal_newlines=True)
    if run.stdout.split() != ["cpython", "True"]:
        return None
    run = subprocess.run([python, "-I", __file__, "--probe", folder],
                         stdout=subprocess.PIPE, universal_newlines=True)
    if run.returncode != 0:
        sys.exit(python + " cannot read the tables")
    return json.loads(run.stdout)


def main(folder):
    answers = [answer for answer in (ask(python, folder)
                                     for python in sorted(interpreters()))
               if answer]
    if not answers:
        print("no CPython 3.8 to 3.14 here")
        return SKIP
    versions = [tuple(answer["version"]) for answer in answers]
    excused = {name for since, group in CAME.items() if since > max(versions)
               for name in group}
    excused |= {name for until, group in WENT.items()
                if until <= min(versions) for name in group}
    excused |= DELEGATED
    third_party = {table["module"] for table in tables(folder)
                   if "package" in table}
    everywhere = set.intersection(*(set(a["missing"]) for a in answers))
    faults = []
    for table in tables(folder):
        if table["module"] in third_party and table["module"] in everywhere:
            continue
        faults += [name + ": no version has it" for name in names(table)
                   if name in everywhere and name not in excused]
    for answer in answers:
        faults += ["%s (%d.%d)" % (fault, *answer["version"])
                   for fault in answer["wrong"]]
    for fault in sorted(set(faults)):
        print(fault)
    print("%d versions, %d faults" % (len(answers), len(set(faults))))
    return 1 if faults else 0


if __name__ == "__main__":
    if sys.argv[1] == "--probe":
        probe(sys.argv[2])
    else:
        sys.exit(main(sys.argv[1]))
