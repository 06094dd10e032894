#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random programs of loops over the rows of a table, for run.py --tables.

Each has a few functions with one such loop, called with tables of all kinds:
columns of every type, with missing values, columns that are not there or twice,
labels that count, that do not, that are texts, dates or pairs, tables that are
empty, have one row, or are a part of another one. What a call gives, raises or
warns of, and what it leaves in the table, is printed.

The program of a seed is always the same.
"""
import sys

import kernels

FRAMES = '''
NAN, INF = float("nan"), float("inf")
TEXTS = ["x", "y", "x", " Z\u00df", "long text", "x"]


def made_of(a, b, **others):
    count = len(a)
    made = {"a": a, "b": b, "s": TEXTS[:count], "c": [0.5] * count, "n": [0] * count, "f": [False] * count,
            "d": ["old"] * count}
    made.update(others)
    return pd.DataFrame(made)


def frames():
    made = []
    ints = made_of([1, -2, 3, 7], [2, 5, -3, 4])
    floats = made_of([1.5, -0.0, NAN, INF, -2.25], [2.0, 3.0, 0.5, -INF, 1e300])
    made.append(("ints", ints))
    made.append(("floats", floats))
    made.append(("zero", made_of([1, -2, 0], [2, 0, -3])))
    made.append(("float zero", made_of([1.0, -2.0, 0.0], [2.0, 0.0, -3.0])))
    made.append(("mixed", made_of([1, -2, 3], [2.5, 0.5, -3.0])))
    made.append(("numbers", made_of([1, -2, 3], [2.5, 0.5, -3.0])[["a", "b", "c", "n"]].copy()))
    made.append(("only ints", made_of([1, -2, 3], [2, 5, 1])[["a", "b", "n"]].copy()))
    made.append(("only floats", floats[["a", "b", "c"]].copy()))
    made.append(("only texts", ints[["s", "d"]].copy()))
    made.append(("flags", made_of([True, False], [True, True])))
    made.append(("missing texts", made_of([1, 2, 3], [4, 5, 6], s=["x", None, NAN], d=[None, "old", NAN])))
    made.append(("objects", made_of([1, 2.5, True], [4, None, 6]).astype({"a": object, "b": object})))
    made.append(("wide", made_of([2**62, -2**62, 3], [4, 5, 6])))
    made.append(("exact", made_of([2**53 + 1, 2**31, 3], [2**33, 5, 6], n=[0.5, 0.5, 0.5])))
    made.append(("beyond", made_of([10**30, 2, 3], [4, 5, 6])))
    made.append(("small types", made_of([1.1, 2.2], [3, 4]).astype({"a": "float32", "b": "int8"})))
    made.append(("nullable", made_of([1, 2], [3, None]).astype({"b": "Int64"})))
    made.append(("nullable numbers", pd.DataFrame({"a": [1, 2], "b": [0.5, 1.5], "z": pd.array([1, None], dtype="Int64")})))
    made.append(("categories", made_of([1, 2], [3, 4], s=pd.Categorical(["x", "y"]))))
    made.append(("strings", made_of([1, 2], [3, 4]).astype({"s": "string", "d": "string"})))
    made.append(("dates", made_of([1, 2], [3, 4], c=pd.date_range("2020-01-01", periods=2))))
    days = pd.to_datetime(["2020-02-29 10:30", "2021-12-31", None, "2020-02-29 10:30"], format="mixed" if pd.__version__ >= "2" else None)
    made.append(("same dates", made_of([1, -2, 3, 7], [2, 5, -3, 4], c=days[[0, 1, 1, 3]])))
    made.append(("missing dates", made_of([1, -2, 3, 7], [2, 5, -3, 4], c=days)))
    made.append(("dates as objects", made_of([1, -2, 3, 7], [2, 5, -3, 4], c=days.astype(object))))
    made.append(("dates of a zone", made_of([1, -2, 3, 7], [2, 5, -3, 4], c=days.tz_localize("UTC"))))
    made.append(("int target", made_of([1.5, 2.0], [3.0, 4.5], c=[1, 2], n=[0.0, 1.0])))
    made.append(("swapped targets", made_of([1, 2], [3, 4], c=["p", "q"], d=[1, 2], f=[0, 1])))
    made.append(("empty", ints.iloc[:0].copy()))
    made.append(("one row", made_of([3], [4])))
    made.append(("two rows", made_of([3, 0], [4, 1])))
    made.append(("texts as labels", ints.set_index(pd.Index(["p", "q", "r", "s"]))))
    made.append(("labels twice", ints.set_index(pd.Index(["p", "p", "r", "s"]))))
    made.append(("other numbers", floats.set_index(pd.Index([7, 5, 0, 2, 1], name="key"))))
    made.append(("numbers twice", ints.set_index(pd.Index([1, 1, 0, 2]))))
    made.append(("moved", ints.set_index(pd.RangeIndex(1, 5))))
    made.append(("backwards", ints.iloc[::-1].copy()))
    made.append(("float labels", ints.set_index(pd.Index([0.0, 1.0, 2.5, 3.0]))))
    made.append(("dates as labels", ints.set_index(pd.date_range("2020-01-01", periods=4))))
    made.append(("pairs", ints.set_index(pd.MultiIndex.from_product([[1, 2], ["p", "q"]]))))
    made.append(("named columns", floats.rename_axis(columns="cols")))
    made.append(("part", floats[floats["b"] > 0]))
    made.append(("view", ints.iloc[1:]))
    made.append(("twice", pd.concat([ints, ints[["a"]]], axis=1)))
    made.append(("no b", ints.drop(columns="b")))
    made.append(("no targets", floats[["a", "b", "s"]].copy()))
    made.append(("other order", floats[["d", "b", "s", "n", "a", "c", "f"]].copy()))
    noted = ints.copy()
    noted.attrs["unit"] = "m"
    made.append(("attrs", noted))
    made.append(("unique labels", ints.copy().set_flags(allows_duplicate_labels=False)))
    fixed = np.array([[1.5, 2.0, 0.5], [3.0, 4.0, 0.5]])
    fixed.flags.writeable = False
    made.append(("read only", pd.DataFrame(fixed, columns=["a", "b", "c"], copy=False)))
    made.append(("a dict", {"a": [1, 2], "b": [3, 4]}))
    return made


def shown(value):
    if isinstance(value, pd.DataFrame):
        held = [shown(value.iloc[:, k]) for k in range(value.shape[1])]
        return [value.columns.tolist(), value.index.tolist(), value.attrs, held]
    if isinstance(value, pd.Series):
        return [str(value.dtype), value.name, shown(value.tolist())]
    if isinstance(value, (list, tuple)):
        return [shown(one) for one in value]
    if isinstance(value, dict):
        return [shown(one) for one in value.items()]
    return type(value).__name__ + " " + repr(value)


def attempt(name, question, given, k):
    held = given["c"] if isinstance(given, pd.DataFrame) and "c" in given.columns else None
    part = given[:] if isinstance(given, pd.DataFrame) else None
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        warnings.filterwarnings("ignore", "np.find_common_type")  # pandas 1.5 beside a newer NumPy
        try:
            print(name, question, shown(ask(question, given, k)))
        except Exception as error:
            print(name, question, type(error).__name__, str(error)[:60])
    print("   ", sorted({(one.category.__name__, str(one.message)[:60]) for one in said}))
    print("   ", shown(given))
    print("   ", shown(held), shown(part))


def main():
    for name, frame in frames():
        for question in QUESTIONS:
            for k in (2, 0.5):
                whole = isinstance(frame, pd.DataFrame) and name not in ("part", "view", "read only")
                attempt(name, question, frame.copy() if whole else frame, k)


main()
'''


class Table(kernels.Writer):
    """One function: f(df, k)."""

    def __init__(self, seed, name):
        super().__init__(seed)
        self.name = name
        self.temporaries = 0
        self.names = ["k"]
        self.cells = {}  # of a column, how the loop reads it
        self.label = ""  # of the row, where it has one
        self.totals = []

    def head(self):
        kind = self.pick("tuples", "rows", "range", "range", "index", "index", "zip", "items", "counted")
        if kind == "tuples":
            self.label = "row.Index"
            self.cells = {one: [f"row.{one}"] for one in "absf"}
            return "for row in df.itertuples():"
        if kind == "rows":
            self.label = "i"
            ways = self.pick(['row["{0}"]', "row.{0}"], ['row["{0}"]'])
            self.cells = {one: [way.format(one) for way in ways] for one in "absf"}
            return "for i, row in df.iterrows():"
        if kind == "zip":
            self.cells = {"a": ["x"], "b": ["y"], "s": ["z"]}
            return 'for x, y, z in zip(df["a"], df["b"], df["s"]):'
        if kind == "items":
            self.label = "i"
            self.cells = {"a": ["x"]}
            self.cells.update({one: [f'df.at[i, "{one}"]'] for one in "bs"})
            return 'for i, x in df["a"].items():'
        self.label = "i"
        by_label = ['df.at[i, "{0}"]', 'df.loc[i, "{0}"]', 'df["{0}"][i]', 'df["{0}"].loc[i]', 'df.{0}[i]',
                    'df.loc[i]["{0}"]']
        by_place = ['df["{0}"].iloc[i]', 'df["{0}"].values[i]', 'df.iloc[i]["{0}"]', 'df["{0}"].iat[i]',
                    'df.iloc[i, df.columns.get_loc("{0}")]', 'df["{0}"].to_numpy()[i]', 'df.iloc[i].{0}']
        ways = by_label if kind == "index" else by_label + by_place
        if self.chance(0.6):
            ways = [self.random.choice(ways)]
        self.cells = {one: [way.format(one) for way in ways] for one in "absf"}
        if kind == "counted":
            self.cells["a"].append("x")
            return 'for i, x in enumerate(df["a"]):'
        if kind == "index":
            return "for i in df.index:"
        return f"for i in range({self.pick('len(df)', 'len(df)', 'df.shape[0]', 'len(df.index)')}):"

    def cell(self, column):
        return self.random.choice(self.cells.get(column, self.cells["a"]))

    def value(self, depth=0):
        if depth > 2 or self.chance(0.3):
            kind = self.random.random()
            if kind < 0.55:
                return self.cell(self.pick("a", "a", "b"))
            if kind < 0.6 and "s" in self.cells:
                return self.pick(f"len({self.cell('s')})", f"len({self.made_text()})", f'{self.cell("s")}.count("x")')
            return self.random.choice(self.names) if kind < 0.8 else self.pick("1", "2", "0.5", "-1.25", "3.0", "0")
        a, b = self.value(depth + 1), self.value(depth + 1)
        kind = self.random.random()
        if kind < 0.65:
            return f"({a} {self.pick('+', '-', '*')} {b})"
        if kind < 0.75:
            return f"({a} {self.pick('/', '/', '//', '%')} {b})"
        if kind < 0.8:
            return f"abs({a})"
        if kind < 0.86:
            return f"{self.pick('min', 'max')}({a}, {b})"
        return f"-{a}" if kind < 0.9 else f"({a} if {self.condition(depth + 1)} else {b})"

    def condition(self, depth=1):
        kind = self.random.random()
        if "s" in self.cells and kind < 0.2:
            return f'{self.cell("s")} {self.pick("==", "!=")} "x"'
        if "s" in self.cells and kind < 0.25:
            return f'{self.cell("s")} {self.pick("in", "not in")} ("x", "z")'
        if kind < 0.3:
            return f"pd.{self.pick('isna', 'notna')}({self.cell('a')})"
        if "f" in self.cells and kind < 0.35:
            return self.cell("f")
        if "s" in self.cells and kind < 0.4:
            made = self.made_text()
            return self.pick(f'{made} {self.pick("==", "!=")} {self.cell("s")}', f'"x" {self.pick("in", "not in")} {made}',
                             f'{made}.lower() in ("x", "y!")', f'{made}.startswith("x")', f"{self.cell('s')}.isalpha()")
        one = f"{self.value(depth + 1)} {self.pick('<', '<=', '>', '>=', '==', '!=')} {self.value(depth + 1)}"
        if kind < 0.5:
            return f"({one} {self.pick('and', 'or')} {self.value(2)} < {self.value(2)})"
        return f"not {one}" if kind < 0.55 else one

    def made_text(self):
        one = self.cell("s")
        done = self.pick(".strip()", ".upper()", "[:3]", "[-2:]", '.split(" ")[-1]', '.replace("x", "yy")', ' + "!"')
        return self.pick(f"({one}{done})", f"({one}{done})", f'("t" + {one}).title()', f"({one} + {one})")

    def text(self):
        if "s" in self.cells and self.chance(0.4):
            return self.made_text()
        return self.pick('"low"', '"high"', f'("p" if {self.condition()} else "quite long")')

    def stored(self, depth, column):
        kept = {"c": self.value, "n": self.value, "f": self.condition, "d": self.text}[column]()
        way = self.pick('df.at[{0}, "{1}"]', 'df.at[{0}, "{1}"]', 'df.loc[{0}, "{1}"]')
        if self.chance(0.15) and column in "cn":
            self.line(depth, f"{way.format(self.label, column)} {self.pick('+', '-', '*')}= {kept}")
        else:
            self.line(depth, f"{way.format(self.label, column)} = {kept}")

    def statement(self, depth):
        kind = self.random.random()
        if kind < 0.2:
            self.temporaries += 1
            name = f"t{self.temporaries}"
            self.line(depth, f"{name} = {self.value()}")
            if depth == 2:
                self.names.append(name)
        elif kind < 0.4:
            self.line(depth, f"out.append({self.value() if self.chance(0.8) else self.condition()})")
        elif kind < 0.5 and not self.totals and depth == 2:
            self.totals.append("total")
            self.line(depth, f"total {self.pick('+', '-')}= {self.value()}")
        elif kind < 0.56:
            one = self.pick(self.value, self.value, self.condition, self.text)
            self.line(depth, f"if {self.condition()}:")
            self.line(depth + 1, f"out.append({one()})")
            if self.chance(0.3):
                self.line(depth, f"elif {self.condition()}:")
                self.line(depth + 1, f"out.append({one()})")
            self.line(depth, "else:")
            self.line(depth + 1, f"out.append({one()})")
        elif kind < 0.7 and depth < 4:
            self.line(depth, f"if {self.condition()}:")
            self.statement(depth + 1)
            if self.chance(0.5):
                self.line(depth, "else:")
                self.statement(depth + 1)
        elif kind < 0.75 and self.label == "i":  # no arithmetic
            self.line(depth, f"out.append(repr({self.cell(self.pick('a', 's'))}))")
        elif self.label:
            self.stored(depth, self.pick("c", "c", "n", "f", "d"))
        else:
            self.line(depth, f"out.append({self.value()})")

    def write(self):
        self.line(0, f"def {self.name}(df, k):")
        self.line(1, "out = []")
        self.line(1, f"total = {self.pick('0', '0.0')}")
        place = len(self.lines)
        head = self.head()
        for _ in range(self.pick(1, 1, 2, 3)):
            self.statement(2)
        self.lines.insert(place, "    " + head)
        self.line(1, "return out, total")
        return "\n".join(self.lines) + "\n\n\n"


class Call(Table):
    """A function for apply(axis=1) that is no arithmetic, and one that calls it."""

    def returned(self):
        one = self.pick(self.value, self.value, self.condition, self.text)()
        return self.pick(one, one, "out", "str(out)", "len(out)", "None", f"({one}, 1)", f"pd.Series([{one}])")

    def read(self, depth):
        kind = self.random.random()
        if kind < 0.5:
            self.line(depth, f"out.append({self.pick(self.value, self.condition, self.text)()})")
        elif kind < 0.6:
            self.line(depth, f'out.append(row.get("{self.pick("c", "z", "s")}"{self.pick("", ", 0.5")}))')
        elif kind < 0.7:
            self.line(depth, f"out.append(any({self.cell('a')} > one for one in (0, 2)))")
        elif kind < 0.8:
            self.line(depth, f"out.extend([item_of(row, {self.pick('1', '2')}) for _ in range(2)])")
        elif kind < 0.9:
            self.line(depth, f"out += [item_of(row) for one in [{self.value()}] if one]")
        else:
            self.line(depth, f"if {self.condition()}:")
            self.line(depth + 1, f"return {self.returned()}")

    def write(self):
        self.names = ["0.5"]
        ways = self.pick(['row["{0}"]', "row.{0}"], ['row["{0}"]'])
        self.cells = {one: [way.format(one) for way in ways] for one in "absf"}
        self.line(0, f"def {self.name}_row(row):")
        self.line(1, "out = []")
        for _ in range(self.pick(1, 2, 3)):
            self.read(1)
        self.line(1, f"return {self.returned()}")
        self.lines += ["", ""]
        self.line(0, f"def {self.name}(df, k):")
        self.line(1, f"made = df.apply({self.name}_row, axis=1)")
        self.line(1, "return made")
        return "\n".join(self.lines) + "\n\n\n"


class Search(Table):
    """A loop that looks for rows by what a column holds, and may change tables."""

    def search(self):
        column = self.pick("a", "a", "s", "s", "b", "n", "f", "d")
        mask = self.pick(f'df["{column}"] == key', f'df["{column}"] == key', f"df.{column} == key")
        other = self.pick("a", "b", "s", "c")
        return self.pick((f"df[{mask}]", ""), (f"df[{mask}]", ""), (f"df.loc[{mask}]", ""),
                         (f'df.loc[{mask}, "{other}"]', other), (f'df["{other}"][{mask}]', other))

    def read(self, found, column):
        if not column:
            if self.chance(0.2):
                return self.pick(f"len({found})", f"{found}.empty", f"{found}.shape[0]")
            column = self.pick("a", "a", "b", "s", "c", "f", "d")
            found += self.pick(f'["{column}"]', f'["{column}"]', f".{column}")
        return found + self.pick(".sum()", ".sum()", ".mean()", ".max()", ".min()", ".iloc[0]", ".iat[-1]", ".values[0]",
                                 ".tolist()", ".item()", ".empty", ".count()", ".std()")

    def turn(self):
        found, column = self.search()
        if self.chance(0.3):
            self.line(2, f"out.append({self.read(found, column)})")
            return
        self.temporaries += 1
        name = f"t{self.temporaries}"
        self.line(2, f"{name} = {found}{self.pick('', '', '.copy()')}")
        kind = self.random.random()
        if kind < 0.3:
            self.line(2, f"out.append(shown({name}))")
        elif kind < 0.4 and not column:
            self.line(2, f'{name}["new"] = k')
            self.line(2, f"out.append(shown({name}))")
        for _ in range(self.pick(0, 1, 2)):
            self.line(2, f"if len({name}):")
            self.line(3, f"out.append({self.read(name, column)})")

    def change(self):
        return self.pick('df.loc[df.index[:1], "n"] = 5', 'df["a"] += 1', 'other.iloc[0, 0] = key', "held += 1",
                         'df["new"] = 1', "df = df.iloc[1:]", 'out.append(df.pop("n").tolist())',
                         'df.sort_values("b", inplace=True)')

    def write(self):
        self.line(0, f"def {self.name}(df, k):")
        self.line(1, "out = []")
        changes = self.chance(0.25)
        if changes:
            self.line(1, 'other, held = df, df["a"]')
        self.line(1, self.pick("for key in KEYS:", "for key in KEYS:", 'for key in [*df["a"].tolist() * 3, 3]:',
                               'for key in df["s"].unique():', 'for key in sorted(df["a"].unique()):',
                               'for _, row in df.iterrows():'))
        if "row" in self.lines[-1]:
            self.line(2, f'key = row["{self.pick("a", "s", "b")}"]')
        for _ in range(self.pick(1, 1, 2)):
            self.turn()
        if changes:
            self.line(2, self.change())
        self.line(1, "return out")
        return "\n".join(self.lines) + "\n\n\n"


class Group(Search):
    """A loop over groups, or a function that apply() calls for each."""

    def answer(self, group, column):
        if not column:
            if self.chance(0.25):
                return self.pick(f"len({group})", f"{group}.empty", f"{group}.shape[0]")
            group += self.pick(*[f'["{one}"]' for one in "aabscfdn"])
        if self.chance(0.15):
            return self.pick(f"sorted({group})", f"[one for one in {group}]", f"list({group})", f"len({group})")
        return group + self.pick(".sum()", ".sum()", ".mean()", ".max()", ".min()", ".iloc[0]", ".iat[-1]", ".values[0]",
                                 ".tolist()", ".item()", ".empty", ".count()", ".std()", ".median()", ".nunique()")

    def given(self, column=""):
        one = self.answer("group", column)
        if self.chance(0.2):
            return f'({one} if len(group) > 1 else {self.pick("None", "0", "-1.5", self.answer("group", column))})'
        return self.pick(one, one, one, f"({one}, 1)", f"repr({one})", f"({one} == {self.answer('group', column)})")

    def grouping(self):
        return f'df.groupby("{self.pick("a", "a", "s", "s", "n", "f", "d", "b")}"{self.pick("", "", ", sort=False")})'

    def write(self):
        self.line(0, f"def {self.name}_of(group):")
        kind = self.pick("loop", "loop", "made", "rows", "items")
        column = self.pick(*"abscfd") if kind == "items" else ""
        self.line(1, f"return {self.given(column)}")
        self.lines += ["", ""]
        self.line(0, f"def {self.name}(df, k):")
        self.line(1, "out = []")
        if kind == "made":
            self.line(1, f"return {{key: {self.given()} for key, group in {self.grouping()} if {self.given()}}}")
        elif kind == "loop":
            self.line(1, f"for key, group in {self.grouping()}:")
            for _ in range(self.pick(1, 2, 3)):
                self.line(2, f"out.append((key, {self.pick(self.given(), self.name + '_of(group)')}))")
            if self.chance(0.3):
                self.line(2, self.change())
            if self.chance(0.1):
                self.line(1, 'out.append(group["a"].max())')
        else:
            chosen = f'"{column}"' if column else '["a", "b", "s", "c", "f", "d", "n"]'
            function = self.pick(self.name + "_of", f"lambda group: {self.given(column)}")
            self.line(1, f"made = {self.grouping()}[{chosen}].apply({function})")
            self.line(1, "out.append(made)")
            self.line(1, "out.append(repr(made.index))")
        self.line(1, "return out")
        return "\n".join(self.lines) + "\n\n\n"


class Groups(Group):
    """The same of several columns."""

    def grouping(self):
        keys = [f'"{one}"' for one in self.pick("as", "sa", "bf", "fd", "asb", "nfs", "s", "a", "ca")]
        return f'df.groupby([{", ".join(keys)}]{self.pick("", "", ", sort=False")})'


class Rows(Search):
    """A loop that adds rows to a table, in place."""

    def item(self):
        return self.pick('row["a"]', 'row["a"]', 'row["b"]', 'row["s"]', "a", "b", "i", "a * 2", "b - a", "-a / k", 'f"{i}"', "i * k",
                         "a > b", "1.5", '"x"', "True", "None", "a / b", 'f"{b:5}"', "late")

    def write(self):
        count = self.pick(1, 2, 2, 3)
        self.line(0, f"def {self.name}(df, k):")
        labels = ["p", "q", "r"][:count]
        begun = "{" + ", ".join(f'"{one}": [{self.pick("1", "2.5", repr("x"), "True")}]' for one in labels) + "}"
        self.line(1, "i = 0")
        self.line(1, f"table = pd.DataFrame({self.pick(f'columns={labels}', f'columns={labels}', begun)})")
        self.line(1, self.pick("pass", "pass", "pass", "other = table", 'table.index.name = "place"'))
        self.line(1, "try:")
        self.line(2, "for turn in range(3):")
        self.line(3, "for label, row in df.iterrows():")
        self.line(4, 'a, b = row["a"], row["b"]')
        self.line(4, "i += 1")
        self.line(4, self.pick("pass", "pass", 'late = row["c"]', "if i == 3:\n                    continue",
                               "if i > 2:\n                    late = i", "if i == 7:\n                    a = str(a)"))
        row = ", ".join(self.item() for _ in range(count))
        self.line(4, f"table.loc[len(table)] = [{row}]")
        self.line(4, self.pick("pass", "pass", "pass", "if i == 6:\n                    break", "if i == 8:\n                    raise ValueError(i)"))
        self.line(1, "except Exception as error:")
        self.line(2, "print(type(error).__name__, error)")
        self.line(1, "print(repr(table.index))")
        self.line(1, "return table")
        return "\n".join(self.lines) + "\n\n\n"


class Parts(Group):
    """A loop that adds parts to a table."""

    def write(self):
        self.line(0, f"def {self.name}(df, k):")
        self.line(1, f'table = {self.pick("pd.DataFrame()", "df.iloc[:1]", "df")}')
        self.line(1, f"for key, part in {self.grouping()}:")
        self.line(2, self.pick("part = part.copy()", 'part = df[df["a"] == key]', "key = k", "part = df.head(2)"))
        done = self.pick("pass", 'part["new"] = len(part)', 'part["c"] = 0.5', 'part = part[["b", "a", "s"]]',
                         'part = part.iloc[:1]', 'part = part.reset_index()', 'part["d"] = None', 'part["b"] = part["b"] / k')
        self.line(2, done)
        self.line(2, "table = pd.concat([table, part], ignore_index=True)")
        self.line(2, self.pick("pass", 'part["b"] = 7', 'print(repr(part["a"].sum()))',
                               'if len(part) > 1 and k == 2:\n            break'))
        self.line(1, "return table")
        return "\n".join(self.lines) + "\n\n\n"


class Dates(Search):
    """A loop that asks rows for parts of their dates."""

    def asked(self):
        date = self.pick('row["c"]', 'row["c"]', 'row["c"]', "row.c", 'row["s"]')
        return date + self.pick(".year", ".month", ".day", ".hour", ".quarter", ".weekday()", ".date()", ".isocalendar()",
                                ".day_name()", ".toordinal()", ".isoformat()", ".timestamp()", ".weekday",
                                '.strftime("%Y-%m")', ".strftime('%d. %H:%M')", '.strftime("%b")', '.strftime("%")')

    def write(self):
        self.line(0, f"def {self.name}(df, k):")
        self.line(1, "out = []")
        self.line(1, self.pick("for i, row in df.iterrows():", "for (i, row) in df.iterrows():"))
        for _ in range(self.pick(1, 2, 3)):
            one, other = self.asked(), self.asked()
            self.line(2, self.pick(f"out.append(({one}, {other}))", f"out.append(f\"{{{one}!r:>3}}\")" if '"' not in one else f"t = {one}",
                                   f'out.append({one} if row["c"] is not pd.NaT else row["a"])', f"out.append(lambda: {one})",
                                   f"if {one} == {other}:\n            break", f"out += [k for k in range(2) if {one}]",
                                   'out.append(row["c"])', 'df["c"] = df["c"]', f"try:\n            out.append({one})\n"
                                   "        except Exception as error:\n            out.append(str(error))"))
        self.line(2, f"out.append({self.asked()})")
        self.line(1, self.pick("pass", "else:\n        out.append(k)"))
        self.line(1, "return [one() if callable(one) else one for one in out]")
        return "\n".join(self.lines) + "\n\n\n"


ITEM_OF = '''def item_of(row, times=1):
    return (row["s"], repr(row.b) * times)


'''


def program(seed):
    names = [f"f{i}" for i in range(4)]
    calls = [f"c{i}" for i in range(2)]
    searches = [f"s{i}" for i in range(2)]
    functions = "".join(Table(f"{seed} {name}", name).write() for name in names)
    functions += ITEM_OF + "".join(Call(f"{seed} {name}", name).write() for name in calls)
    functions += "".join(Search(f"{seed} {name}", name).write() for name in searches)
    groups = [f"g{i}" for i in range(2)]
    functions += "".join(Group(f"{seed} {name}", name).write() for name in groups) + Parts(f"{seed} p0", "p0").write()
    functions += Dates(f"{seed} d0", "d0").write()
    functions += Groups(f"{seed} m0", "m0").write() + Rows(f"{seed} n0", "n0").write()
    names += calls + searches + groups + ["p0", "d0", "m0", "n0"]
    # By name: as a value each would have to be one that changes no table.
    asked = "".join(f'    if question == "{name}":\n        return {name}(df, k)\n' for name in names)
    return ("import warnings\n\nimport numpy as np\nimport pandas as pd\n\n\n" + functions + "def ask(question, df, k):\n" +
            asked + f"    return None\n\n\nQUESTIONS = {names}\n" +
            'KEYS = [1, 2, 3, -2, 7, 1.5, "x", " Z\u00df", "z", True, None, 0.0, float("nan"), 2**70, 1, 3, "x"]\n' + FRAMES)


if __name__ == "__main__":
    sys.stdout.write(program(int(sys.argv[1])))
