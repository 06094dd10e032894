#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random programs that read a table from many files, for run.py --files.

Each has a few functions that read the files, put them together and ask the
table for counts, sums and extremes, called with files of all kinds: without
rows, with other columns or types than the first, with missing values, keys that
are only in some, numbers that do not fit, files that are not there. What is
asked, with its types, and what is raised is printed.

The program of a seed is always the same.
"""
import random
import re
import sys

HEAD = '''import gzip
import pathlib
import sys

import pandas as pd

TEXTS = ["north", "south", "east", "west", "\\u00dcber", "a b", "x\\ny"]


def rows(first, count, step=1):
    made = "key,units,cents,number,note\\n"
    for i in range(first, first + count * step, step):
        key = TEXTS[i * i % len(TEXTS)]
        if "\\n" in key:
            key = '"' + key + '"'
        made += f"{key},{i * 37 % 101 - 40},{i * 7919},{i % 3 - 1},{i / 4}\\n"
    return made


def write(folder, *texts):
    pathlib.Path(folder).mkdir()
    paths = []
    for i, text in enumerate(texts):
        path = f"{folder}/{i}.csv"
        with open(path, "w", encoding="utf-8", newline="") as out:
            out.write(text)
        paths.append(path)
    return paths


def sets():
    plain = rows(0, 9), rows(5, 12, 3), rows(40, 4)
    yield "plain", write("plain", *plain)
    yield "one", write("one", rows(3, 5))
    yield "many", write("many", *(rows(i * 11, 3 + i % 4) for i in range(23)))
    yield "none", []
    yield "not there", write("there", *plain) + ["there/9.csv"]
    yield "first not there", ["there/8.csv"] + ["there/1.csv"]
    yield "no rows", write("norows", rows(0, 0), *plain)
    yield "no rows later", write("norowslater", *plain, rows(0, 0))
    yield "nothing", write("nothing", plain[0], "")
    yield "other keys", write("otherkeys", "key,units,cents,number,note\\nzz,1,2,3,4\\n", *plain)
    yield "floats later", write("floats", *plain, plain[0].replace(",-3,", ",-3.5,"))
    yield "floats first", write("floatsfirst", "key,units,cents,number,note\\nzz,1.0,2.0,3.0,4\\n", *plain)
    yield "missing", write("missing", *plain, "key,units,cents,number,note\\nnorth,,2,3,4\\n,5,6,7,8\\n")
    yield "missing keys", write("missingkeys", *plain, "key,units,cents,number,note\\n,1,2,3,4\\nnorth,5,6,7,8\\n")
    yield "no keys", write("nokeys", *plain, "key,units,cents,number,note\\n,1,2,3,4\\n")
    yield "column missing", write("nocolumn", *plain, "key,units,note\\nnorth,1,x\\n")
    yield "never a column", write("never", *("key,note\\nnorth,x\\n", "key,note\\nsouth,y\\n"))
    yield "other order", write("order", *plain, "units,key,note,number,cents\\n1,north,4,3,2\\n")
    yield "one more column", write("more", *plain, "key,units,cents,number,note,z\\nnorth,1,2,3,4,5\\n")
    yield "wide", write("wide", f"key,units,cents,number,note\\nnorth,{2**62},{2**63 - 1},1,2\\n",
                        f"key,units,cents,number,note\\nnorth,{2**62},{2**63 - 1},1,2\\n")
    yield "unsigned", write("unsigned", *plain, f"key,units,cents,number,note\\nnorth,{2**63},1,1,2\\n")
    yield "beyond", write("beyond", *plain, f"key,units,cents,number,note\\nnorth,{2**70},1,1,2\\n")
    yield "flags", write("flags", "key,units,cents,number,note\\nTrue,1,True,1,2\\nFalse,2,False,1,2\\n",
                         "key,units,cents,number,note\\nTrue,1,True,1,2\\n")
    yield "flag keys", write("flagkeys", *plain, "key,units,cents,number,note\\nTrue,1,2,1,2\\nFalse,2,3,1,2\\n")
    yield "number keys", write("numberkeys", "key,units,cents,number,note\\n7,1,2,1,2\\n-3,2,3,1,2\\n",
                               "key,units,cents,number,note\\n7,1,2,1,2\\n12,2,3,1,2\\n")
    yield "number keys later", write("numberkeyslater", *plain, "key,units,cents,number,note\\n7,1,2,1,2\\n")
    yield "float keys", write("floatkeys", "key,units,cents,number,note\\n7.5,1,2,1,2\\n", "key,units,cents,number,note\\n0.5,1,2,1,2\\n")
    yield "texts", write("texts", *plain, "key,units,cents,number,note\\nnorth,many,2,1,2\\n")
    yield "ragged", write("ragged", *plain, plain[0] + "north,1,2,3,4,5,6\\n")
    yield "short rows", write("short", *plain, plain[0] + "north,1\\n")
    yield "line ends", write("ends", *(text.replace("\\n", "\\r\\n") for text in plain))
    yield "marks", write("marks", *("\\ufeff" + text for text in plain))
    yield "same file", write("same", *plain) * 3
    yield "paths", [pathlib.Path(path) for path in write("paths", *plain)]
    yield "mixed paths", [*write("mixed", *plain), pathlib.Path("mixed/0.csv")]
    files = [open(path) for path in write("open", *plain)]
    yield "open files", files
    for file in files:
        file.close()
    yield "a generator", (path for path in write("generated", *plain))
    yield "marks in names", write("[0-9]", *plain)
    packed = []
    for i, text in enumerate(plain):
        packed.append(f"packed{i}.csv.gz")
        pathlib.Path(packed[-1]).write_bytes(gzip.compress(text.encode(), mtime=0))
    yield "packed", packed
    yield "folders", ["paths", "mixed"]
    yield "numbers", [1, 2, None]


def show(*values):
    for value in values:
        print("  ", type(value).__name__, repr(value), getattr(value, "dtype", ""), getattr(value, "name", ""))
        if isinstance(value, pd.Series):
            print("  ", value.index.dtype, value.index.name, value.index.tolist(), value.tolist())
            value.loc[value.index[:1]] = 0
            value.index.name = "mine"
'''

TAIL = '''

paths = dict(sets())[sys.argv[1]]
try:
    CALLS
except Exception as error:
    print("  ", type(error).__name__, error)
'''

KEYS = ["key", "key", "number"]
NUMBERS = ["units", "cents", "number"]


def condition(rng):
    one = rng.choice([
        f't["{rng.choice(NUMBERS)}"] {rng.choice(["<", ">", "<=", "==", "!="])} {rng.choice([0, -3, 10, 1000])}',
        f't["key"] {rng.choice(["==", "!="])} "{rng.choice(["north", "zz", "True"])}"'])
    if rng.random() < 0.3:
        other = f't["{rng.choice(NUMBERS)}"] > {rng.choice([0, 5])}'
        return f"({one}) {rng.choice('&|')} ({other})"
    return one


def table(rng):
    return f"t[{condition(rng)}]" if rng.random() < 0.3 else "t"


def asked(rng):
    kind = rng.randrange(8)
    if kind == 0:
        return rng.choice(["len(t)", "t.shape[0]"])
    if kind == 1:
        return f't["{rng.choice(NUMBERS)}"].{rng.choice(["max", "min", "sum", "count"])}()'
    if kind == 2:
        return f'{table(rng)}["{rng.choice(NUMBERS)}"].{rng.choice(["sum", "sum", "count", "max"])}()'
    if kind == 3:
        return f'{table(rng)}["{rng.choice(["key", "note", "units"])}"].count()'
    if kind == 4:
        return f'{table(rng)}["{rng.choice(KEYS)}"].nunique()'
    if kind == 5:
        one, other = rng.sample(NUMBERS, 2)
        sign = rng.choice("+-*")
        return rng.choice([f'(t["{one}"] {sign} t["{other}"]).{rng.choice(["sum", "max"])}()',
                           f'(t["{one}"] {sign} {rng.choice([2, 100])}).sum()'])
    if kind == 6:
        return f'{table(rng)}.groupby("{rng.choice(KEYS)}").size()'
    key = rng.choice(KEYS)
    value = rng.choice([name for name in NUMBERS if name != key])
    return f'{table(rng)}.groupby("{key}")["{value}"].{rng.choice(["sum", "max", "min", "count"])}()'


def reading(rng):
    options = rng.choice(["", "", "", ', dtype={"key": str}', ', usecols=["key", "units", "cents", "number", "note"]',
                          ', na_values=["zz"]', ', dtype={"key": str, "units": "int64"}', ", low_memory=False",
                          ', dtype={"key": "string"}', ', dtype={"key": "category"}', ', dtype={"units": "Int64"}',
                          ', index_col="number"',
                          ', sep=","', ", nrows=3"])
    read = f"pd.read_csv(path{options})"
    rest = rng.choice(["", ", ignore_index=True", ", sort=False"])
    kind = rng.randrange(5)
    if kind == 0:
        return ["parts = []", "for path in paths:", f"    parts.append({read})", f"t = pd.concat(parts{rest})"]
    if kind == 1:
        return ["parts = []", "for path in paths:", f"    part = {read}", "    parts.append(part)",
                f"t = pd.concat(parts{rest})"]
    if kind == 2:
        return [f"parts = [{read} for path in paths]", f"t = pd.concat(parts{rest})"]
    if kind == 3:
        return [f"t = pd.concat([{read} for path in paths]{rest})"]
    return [f"t = pd.concat({read} for path in paths)"]


def function(rng, name):
    lines = [f"def {name}(paths):"] + ["    " + line for line in reading(rng)]
    for i in range(rng.randint(1, 4)):
        one = asked(rng)
        lines += rng.choice([
            [f"    show({one})"], [f"    show({one}, {asked(rng)})"],
            [f"    x{i} = {one}", f"    show(x{i})"],
            [f"    print(f'  {i}: {{{one}}}')".replace('"', "'").replace("print(f'", 'print(f"').replace("}')", '}")')],
            [f"    if {one} is None:", "        print('none')"]])
    return "\n".join(lines)


def program(seed):
    rng = random.Random(seed)
    text, calls = HEAD, []
    for i in range(rng.randint(1, 2)):
        text += "\n\n" + function(rng, f"totals{i}") + "\n"
        calls.append(f"totals{i}(paths)")
    return text + TAIL.replace("CALLS", "\n    ".join(calls))


def inputs(seed):
    """Names of some sets, the plain one first."""
    names = re.findall(r'yield "([^"]+)"', HEAD)
    return ["plain", *random.Random(seed).sample(names[1:], 7)]


if __name__ == "__main__":
    print(program(int(sys.argv[1])))
