# SPDX-License-Identifier: Apache-2.0
"""Calls what advisor/effects/*.json calls pure, and looks at what happens.

Every function and method of the listed modules is called with small sample
arguments. It fails the test when

- the result is of no type that `returns` allows;
- an argument has changed that is not in `mutates`, `stores` or `consumes`.

Entries that have effects are not called.

usage: tables_behave.py FOLDER
"""

import collections
import datetime
import decimal
import fractions
import glob
import importlib
import io
import itertools
import json
import os
import re
import signal
import sys
import warnings

MODULES = """
array base64 binascii bisect builtins calendar cmath collections colorsys copy
datetime decimal difflib fnmatch fractions functools hashlib heapq hmac html
itertools json keyword math operator random re shlex statistics string struct
textwrap unicodedata urllib.parse zlib
""".split()
SAMPLES = [
    "2", "0.5", "'ab'", "b'ab'", "[3, 1, 2]", "['a', 'b']", "[[1], [2]]",
    "(1, 2)", "{'a': 1}", "{1, 2}", "None", "len", "'<I'",
]
INSTANCES = {
    "array.array": ["array.array('i', [1, 2])"],
    "builtins.bytearray": ["bytearray(b'ab')"],
    "builtins.bytes": ["b'ab'"],
    "builtins.complex": ["2j"],
    "builtins.dict": ["{'a': [1]}"],
    "builtins.float": ["2.5"],
    "builtins.frozenset": ["frozenset([1])"],
    "builtins.int": ["5"],
    "builtins.list": ["[3, 1]", "[[1], [2]]"],
    "builtins.range": ["range(3)"],
    "builtins.set": ["{1, 2}"],
    "builtins.str": ["'ab cd'"],
    "builtins.tuple": ["(3, 1)"],
    "collections.Counter": ["collections.Counter('aab')"],
    "collections.OrderedDict": ["collections.OrderedDict(a=[1])"],
    "collections.defaultdict": ["collections.defaultdict(list, a=[1])"],
    "collections.deque": ["collections.deque([3, 1])"],
    "datetime.date": ["datetime.date(2020, 1, 31)"],
    "datetime.datetime": ["datetime.datetime(2020, 1, 31, 5)"],
    "datetime.time": ["datetime.time(5)"],
    "datetime.timedelta": ["datetime.timedelta(1, 2)"],
    "decimal.Decimal": ["decimal.Decimal('1.5')"],
    "fractions.Fraction": ["fractions.Fraction(1, 3)"],
    "random.Random": ["random.Random(1)"],
    "re.Match": ["re.match('(a)', 'ab')"],
    "re.Pattern": ["re.compile('a')"],
    "string.Template": ["string.Template('$a')"],
    "struct.Struct": ["struct.Struct('<I')"],
}
ATOMS = {
    "none": type(None), "bool": bool, "int": int, "float": float,
    "complex": complex, "str": str, "bytes": bytes, "type": type,
    "ellipsis": type(...), "notimplemented": type(NotImplemented),
    "range": range, "slice": slice,
}
CONTAINERS = {"list": list, "set": set, "frozenset": frozenset, "dict": dict,
              "tuple": tuple}


# Of another class than the table says, with the same attributes and methods.
ALIKE = re.compile(r"hashlib\.(blake2|sha3|shake)|urllib\.parse\.url(parse|split)")


class TooLong(Exception):
    pass


def split(text, separator):
    """The parts of a type expression, brackets kept together."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter in "[(") - (letter in "])")
        if letter == separator and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    return parts + [text[start:]]


def fits(value, text, tables):
    """False only when `value` is surely none of what `text` allows."""
    return any(fits_one(value, part, tables) for part in split(text, "|"))


def fits_one(value, text, tables):
    head = text.split("[")[0]
    if head in ATOMS:
        return type(value) is ATOMS[head]
    if head in CONTAINERS:
        inner = text[len(head) + 1:-1]
        if not isinstance(value, CONTAINERS[head]):
            return False
        if not inner or head in ("dict", "tuple"):
            return True
        return all(fits(item, inner, tables) for item in value)
    if head == "iterator":
        return hasattr(value, "__next__")
    home, _, last = head.rpartition(".")
    entry = tables.get(home, {}).get("types", {}).get(last)
    if entry is None:
        return True  # an alias, arithmetic, any: nothing to hold it against
    real = entry.get("real", head if home != "builtins" else last)
    return isinstance(value, eval(real, dict(NAMESPACE)))


def state(value):
    """A text that changes when the object does."""
    if isinstance(value, (io.StringIO, io.BytesIO)):
        return repr((value.getvalue(), value.tell()))
    if hasattr(value, "getstate") and hasattr(value, "seed"):
        return repr(value.getstate())
    return repr(value)


def declared(entry):
    """Arguments that may change, "self", "arg0", …; "args" stands for all."""
    words = list(entry.get("mutates", [])) + list(entry.get("consumes", []))
    words += entry.get("stores", {}).values()
    return " ".join(words)


class Check:
    def __init__(self, tables):
        self.tables = tables
        self.calls = 0
        self.faults = set()

    def call(self, where, entry, function, subject, arguments):
        self.calls += 1
        before = [state(one) for one in [subject] + arguments]
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.5)
            result = function(*arguments)
        except (Exception, TooLong):
            return
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        after = [state(one) for one in [subject] + arguments]
        names = ["self"] + ["arg%d" % i for i in range(len(arguments))]
        for name, old, new in zip(names, before, after):
            if old != new and not re.search(r"\b(%s|args)\b" % name,
                                            declared(entry)):
                self.faults.add("%s changes %s" % (where, name))
        if result is NotImplemented or ALIKE.match(where):
            return
        if not fits(result, entry.get("returns", "any"), self.tables):
            self.faults.add("%s gives a %s, the table says %s" % (
                where, type(result).__name__, entry.get("returns")))

    def entry(self, where, entry, find):
        quiet = not entry.get("effects") and not entry.get("lazy")
        if not quiet or "decorator" in entry:
            return
        most = min(2, entry.get("max_args", 2))
        for count in range(most + 1):
            for texts in itertools.product(SAMPLES, repeat=count):
                subject, function = find()
                if function is None:
                    return
                self.call(where, entry, function, subject,
                          [eval(text, dict(NAMESPACE)) for text in texts])

    def module(self, table):
        module = importlib.import_module(table["module"])
        for name, entry in table.get("functions", {}).items():
            self.entry(module.__name__ + "." + name, entry,
                       lambda: (None, getattr(module, name, None)))
        for name, entry in table.get("types", {}).items():
            where = module.__name__ + "." + name
            for text in INSTANCES.get(where, []):
                self.methods(where, entry, text)

    def equality(self, table):
        """Only types with an __eq__ of their own may be said to have one."""
        for name, entry in table.get("types", {}).items():
            where = table["module"] + "." + name
            try:
                real = eval(entry.get("real", where), dict(NAMESPACE))
            except AttributeError:  # of another version
                continue
            if entry.get("by_value") and real.__eq__ is object.__eq__:
                self.faults.add(where + " has no __eq__")

    def methods(self, where, entry, text):
        def find(method):
            instance = eval(text, dict(NAMESPACE))
            return instance, getattr(instance, method, None)
        for method, call in entry.get("methods", {}).items():
            self.entry(where + "." + method, call, lambda: find(method))


NAMESPACE = {
    "collections": collections, "datetime": datetime, "decimal": decimal,
    "fractions": fractions,
}


def too_long(*_):
    raise TooLong


def main(folder):
    warnings.simplefilter("ignore")
    tables = {}
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            table = json.load(file)
        merged = tables.setdefault(table["module"],
                                   {"module": table["module"],
                                    "functions": {}, "types": {}})
        for part in ("functions", "types"):
            merged[part].update(table.get(part, {}))
    for name in list(tables):
        try:
            top = name.split(".")[0]
            importlib.import_module(name)
            NAMESPACE[top] = importlib.import_module(top)
        except ImportError:
            del tables[name]
    signal.signal(signal.SIGALRM, too_long)
    check = Check(tables)
    stdout, sys.stdout = sys.stdout, io.StringIO()
    try:
        for name in MODULES:
            check.module(tables[name])
        for table in tables.values():
            check.equality(table)
    finally:
        sys.stdout = stdout
    for fault in sorted(check.faults):
        print(fault)
    print("%d calls, %d faults" % (check.calls, len(check.faults)))
    return 1 if check.faults or not check.calls else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
