# SPDX-License-Identifier: Apache-2.0
"""Calls what advisor/effects/pandas.json describes, and looks at what happens.

Every function, method, operator and attribute is called with tables as
read_csv() makes them, and as they are made of rows and columns. It fails the test when, although the table says
otherwise,

- the result, or a part of it, is of another type than the table says, or the
  columns of a table have no names of their own;
- an argument has changed, or the object that was asked, in what it shows;
- something was warned of;
- an option of pandas has changed.

usage: tables_of_pandas_behave.py FOLDER
"""
import datetime
import itertools
import json
import os
import pathlib
import random
import sys
import tempfile
import warnings

SKIP = 77
try:
    import numpy as np
    import pandas as pd
    from pandas.core.groupby import DataFrameGroupBy, SeriesGroupBy
except ImportError:
    print("no pandas here")
    sys.exit(SKIP)

FILES = {
    "plain": ("a,b,c\n1,2.5,x\n2,,y\n3,-0.0,x\n3,inf,\n", {}),
    "numbers": ("a,b,c\n1,2.5,7\n2,1e300,8\n3,-0.0,9\n4,4,10\n", {}),
    "empty": ("a,b,c\n", {}),
    "twice": ("a,a,b,c\n1,2,3,4\n5,6,7,8\n", {}),
    "indexed": ("a,b,c\n1,2,3,4\n1,6,7,8\n2,9,8,7\n", {}),
    "mixed": ("a,b,c\nx,True,1\n2,False,99999999999999999999999\n,,\n", {}),
    "dates": ("a,b,c\n2024-01-02,1,x\n,2,y\n2023-03-04,3,x\n",
              {"parse_dates": ["a"]}),
    "texts": ("a,b,c\n01,2,x\n02,3,y\n01,4,x\n", {"dtype": str}),
    "kinds": ("a,b,c\nx,1,u\ny,2,v\nx,3,u\n", {"dtype": {"a": "category"}}),
    "truths": ("a,b,c\nTrue,1,x\nFalse,0,y\nTrue,1,z\n", {}),
}
MADE = [
    "[{'a': 1, 'b': 2.5, 'c': 'x'}, {'a': 2, 'b': None, 'c': 'y'}]",
    "[{'a': 1, 'b': True, 'c': None}, {'c': 3.5}]",
    "[{'a': 10**30, 'b': 'x', 'c': False}, {'a': 0.5, 'b': 1, 'c': 2}]",
    "[{'a': np.int64(1), 'b': np.float32(2), 'c': np.bool_(True)}, {}]",
    "{'a': [1, None], 'b': [float('nan'), 2.5], 'c': ['x', 'y']}",
    "{'a': [True, 'x', 3], 'b': [2**63, -1, 0], 'c': [None, None, None]}",
    "{'a': [], 'b': [], 'c': []}", "[]", "{}",
]
VALUES = ["1", "0", "-1", "2.5", "True", "float('nan')", "np.float64(1.5)",
          "np.int64(2)", "np.bool_(False)", "'a'", "'b'", "'c'", "'x'",
          "'gone'", "None", "['a']", "['a', 'c']", "['b', 'a']", "[1, 2.5]",
          "['x', None]", "{1, 2}", "('x', 1)", "slice(1, 3)", "[True]", "float",
          "int", "str", "bool", "'float'", "'category'", "'records'", "'list'",
          "'raise'", "'coerce'", "'%Y-%m-%d'", "pd.NaT", "pd.NA"]
NAMES = {"str": str, "int": int, "float": float, "bool": bool, "none": type(None),
         "numpy.generic": np.generic, "slice": slice, "pandas.Series": pd.Series,
         "pandas.DataFrame": pd.DataFrame, "pandas.GroupBy": DataFrameGroupBy,
         "pandas.GroupedColumn": SeriesGroupBy, "list": list, "dict": dict,
         "set": set, "tuple": tuple}
SCALARS = (int, float, complex, bool, str, type(None), np.generic, pd.Timestamp,
           pd.Timedelta, type(pd.NaT), type(pd.NA))
MOST = 6  # calls of one method of one object with several arguments
OWN = 2  # objects of one type


def split(text, mark):
    depth, part, parts = 0, "", []
    for letter in text + mark:
        if letter == mark and depth == 0:
            parts.append(part)
            part = ""
            continue
        depth += (letter in "[(") - (letter in "])")
        part += letter
    return parts


def spelled(text, short):
    for word, meaning in short.items():
        text = text.replace(word, meaning)
    return text


def is_of(value, expression):
    """The value is what a type expression of the tables says."""
    for one in split(expression, "|"):
        kind, _, inside = one.partition("[")
        parts = split(inside[:-1], ",") if inside else []
        if kind == "any":
            return True
        if kind.startswith("class("):
            if isinstance(value, type) and value.__name__ == kind[6:-1]:
                return True
        elif kind == "pandas.Scalar":
            if isinstance(value, SCALARS):
                return True
        elif kind == "pandas.Mask":
            if isinstance(value, pd.Series) and value.dtype.name in (
                    "bool", "boolean", "bool[pyarrow]"):
                return True
        elif kind in ("pandas.Texts", "pandas.Dates"):
            if type(value).__module__.startswith("pandas.core."):
                return True
        elif kind == "iterator":
            if iter(value) is value or type(value).__name__ == "zip":
                return all(is_of(part, parts[0]) for part in value)
        elif kind == "pandas.DataFrame":
            if type(value) is pd.DataFrame and value.columns.is_unique and not \
                    isinstance(value.columns, pd.MultiIndex):
                return True
        elif kind in NAMES:
            exact = type(value) is NAMES[kind] or (
                NAMES[kind] is np.generic and isinstance(value, np.generic))
            if not exact:
                continue
            if kind == "dict" and len(parts) == 2:
                if all(is_of(key, parts[0]) and is_of(part, parts[1])
                       for key, part in value.items()):
                    return True
                continue
            held = list(value.values()) if kind == "dict" else value
            if kind == "tuple" and len(parts) > 1:
                if len(value) == len(parts) and all(
                        map(is_of, value, parts)):
                    return True
            elif not parts or all(is_of(part, parts[-1]) for part in held):
                return True
    return False


def shown(value):
    """All that a table shows."""
    if isinstance(value, (pd.DataFrame, pd.Series)):
        return (repr(value.values.tolist()), str(getattr(value, "dtypes", "")),
                repr(value.index), repr(getattr(value, "columns", "")))
    if isinstance(value, (DataFrameGroupBy, SeriesGroupBy)):
        return [(repr(key), shown(part)) for key, part in value]
    return repr(value) if isinstance(value, (*SCALARS, list, dict)) else ""


class Faults:
    def __init__(self, table):
        self.short = table["abbreviations"]
        self.found, self.calls, self.answers = set(), 0, {}

    def returned(self, entry, given, named, own_kind):
        for argument, expression in entry.get("returns_with", {}).items():
            if argument[:3] == "kw:" and argument[3:] in named:
                return expression
            if argument == "arg0" and (given or entry["params"][0] in named):
                return expression
        for kinds, expression in entry.get("returns_for", {}).items():
            kinds = spelled(kinds, self.short)
            own = not own_kind or own_kind in split(kinds, "|") or \
                own_kind == "pandas.Scalar"
            if own and all(is_of(one, kinds) for one in given):
                return expression
        return entry["returns"]

    def call(self, name, entry, call, texts, named, own=None, own_kind=""):
        subject, before = (own(), own()) if own else (None, None)
        given = [text() if callable(text) else eval(text) for text in texts]
        again = [text() if callable(text) else eval(text) for text in texts]
        for place, one in enumerate(given):
            needed = entry.get("requires", {}).get("arg%d" % place)
            if needed and not is_of(one, spelled(needed, self.short)):
                return
            allowed = entry.get("requires_text", {}).get("arg%d" % place)
            if allowed and isinstance(one, str) and one not in allowed:
                return
        self.calls += 1
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                result = call(subject, *given, **named) if own else \
                    call(*given, **named)
            except Exception:
                return
        if result is NotImplemented:
            return
        self.answers[name] = self.answers.get(name, 0) + 1
        where = "%s(%s)" % (name, ", ".join(
            [repr(one)[:40] for one in given] + sorted(map(repr, named.items()))))
        expected = spelled(self.returned(entry, given, named, own_kind), self.short)
        if not is_of(result, expected):
            self.found.add("%s of %r: gives %r, not %s" % (
                where, subject, result, expected))
        if own and "self" not in entry.get("mutates", []) and not name.split(
                ".")[-1].startswith("__i") and shown(subject) != shown(before):
            self.found.add(where + ": changes it")
        for one, copy in zip(given, again):
            if shown(one) != shown(copy):
                self.found.add(where + ": changes an argument")
        if caught and "warnings" not in entry.get("effects", []):
            self.found.add(where + ": warns")


def subjects(folder, dice):
    """What each type of the table is tried with: functions that make one."""
    tables = [pd.read_csv(os.path.join(folder, name + ".csv"), **more)
              for name, (_, more) in FILES.items()]
    frames = [table.copy for table in tables]
    frames += [lambda text=text: pd.DataFrame(eval(text)) for text in MADE]
    columns = [lambda frame=frame, name=name: frame()[name]
               for frame in frames for name in "abc"]
    columns += [lambda frame=frame: frame().sum() for frame in frames[:2]]
    columns += [lambda frame=frame: frame()["c"].value_counts()
                for frame in frames[:4]]
    masks = [lambda: frames[0]()["a"] > 1, lambda: frames[0]()["c"] == "x",
             lambda: frames[4]()["a"].isna(), lambda: frames[2]()["b"] < 3]
    keys = ["a", "c", ["a", "c"]]
    groups = [lambda frame=frame, key=key: frame().groupby(key)
              for frame in frames for key in keys]
    grouped = [lambda group=group, name=name: group()[name]
               for group in groups for name in "abc"]
    for makers in (columns, groups, grouped):
        dice.shuffle(makers)
    return {
        "DataFrame": [frames[0], frames[len(tables)], *frames[1:]], "Series": columns, "Mask": masks, "GroupBy": groups,
        "GroupedColumn": grouped,
        "Texts": [lambda one=one: one().str for one in columns],
        "Dates": [lambda one=one: one().dt for one in columns],
        "Scalar": [lambda text=text: eval(text) for text in VALUES[:8]] +
                  [lambda: pd.Timestamp(2024, 1, 2), lambda: pd.NaT,
                   lambda: pd.NA, lambda: "text",
                   lambda: pd.Timedelta(seconds=5)]}


def works(make):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            make()
        return True
    except Exception:
        return False


def main(folder):
    with open(os.path.join(folder, "pandas.json")) as text:
        table = json.load(text)
    faults, dice = Faults(table), random.Random(1)
    options = pd.describe_option("display", _print_desc=False)
    with tempfile.TemporaryDirectory() as files:
        for name, (text, _) in FILES.items():
            with open(os.path.join(files, name + ".csv"), "w") as file:
                file.write(text)
        have = {name: [one for one in makers if works(one)]
                for name, makers in subjects(files, dice).items()}
        for makers in have.values():
            del makers[OWN:]
        others = have["Series"][:3] + have["Mask"][:2] + have["Scalar"][8:]
        made = table["types"]["DataFrame"]["construct"]
        for text in MADE:
            faults.call("DataFrame", made, pd.DataFrame, [text], {})
        for kind, entry in table["types"].items():
            for method, one in entry.get("methods", {}).items():
                def call(subject, *given, method=method, **named):
                    return getattr(subject, method)(*given, **named)
                most = 2 if method == "__setitem__" else \
                    1 if "max_args" not in one and "requires" in one else \
                    one.get("max_args", 0)
                for own in have[kind]:
                    for count in range(most + 1):
                        choices = list(itertools.product(
                            VALUES + others, repeat=count))
                        if count > 1 and len(choices) > MOST:
                            choices = dice.sample(choices, MOST)
                        for texts in choices:
                            faults.call(kind + "." + method, one, call, texts,
                                        {}, own, "pandas." + kind)
                    for keyword in one.get("keywords", []):
                        for text in ("True", "False", "1", "'a'", "['a']"):
                            needed = one.get("requires", {}).get(
                                "kw:" + keyword, "any")
                            if is_of(eval(text), needed):
                                faults.call(kind + "." + method, one, call,
                                            [], {keyword: eval(text)}, own,
                                            "pandas." + kind)
            for name, expression in entry.get("attributes", {}).items():
                names = ["a", "b", "c"] if name == "*" else [name]
                for own in have[kind]:
                    for one in names:
                        faults.call(kind + "." + one, {
                            "returns": expression, "effects": ["warnings"]},
                            lambda subject, one=one: getattr(subject, one), [],
                            {}, own, "pandas." + kind)
            if "iterates" in entry:
                for own in have[kind]:
                    faults.call(kind + ".__iter__", {
                        "returns": "iterator[%s]" % entry["iterates"],
                        "effects": ["warnings"]},
                        lambda subject: iter(list(subject)), [], {}, own,
                        "pandas." + kind)
        for name, one in table["functions"].items():
            function = getattr(pd, name)
            if "read" in name:
                for file, (_, more) in FILES.items():
                    for path in (os.path.join(files, file + ".csv"),
                                 pathlib.Path(files, file + ".csv")):
                        for kind in ({}, more, {"header": None},
                                     {"usecols": [0, 1]}, {"nrows": 1},
                                     {"names": ["a", "b", "c"]},
                                     {"names": ["x"]}, {"sep": ";"},
                                     {"skiprows": 1}, {"parse_dates": True}):
                            faults.call(name, dict(one, requires={}), function,
                                        [lambda path=path: path], kind)
            else:
                for text in VALUES + have["Series"]:
                    faults.call(name, one, function, [text], {})
                    if "errors" in one.get("keywords", []):
                        faults.call(name, one, function, [text],
                                    {"errors": "coerce"})
    if pd.describe_option("display", _print_desc=False) != options:
        faults.found.add("an option has changed")
    for fault in sorted(faults.found):
        print(fault.replace("\n", " ")[:300])
    print("pandas %s: %d calls, %d answers, %d faults" % (
        pd.__version__, faults.calls, sum(faults.answers.values()),
        len(faults.found)))
    return 1 if faults.found or faults.calls < 1000 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
