// SPDX-License-Identifier: Apache-2.0
#include "project_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace ppp::bench {
namespace {

constexpr int kModulesOfPackage = 12;

// What the whole project uses.
constexpr std::string_view kCore =
    R"py("""Settings, records and the registry of steps."""
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field


class ProjectError(Exception):
    """Raised for what the user can mend."""


class Settings:
    """What the command line and the files of settings say."""

    def __init__(self, values=None, parent=None):
        self.values = dict(values or {})
        self.parent = parent
        self.used = []

    def get(self, name, default=None):
        if name in self.values:
            return self.values[name]
        if self.parent is not None:
            return self.parent.get(name, default)
        return default

    def child(self, **values):
        return Settings(values, self)


@dataclass
class Record:
    """One measurement."""

    key: str
    value: float
    tags: list = field(default_factory=list)
    extra: dict = field(default_factory=dict)

    def scaled(self, factor):
        return Record(self.key, self.value * factor, list(self.tags), dict(self.extra))

    def label(self):
        return f"{self.key}={self.value:.3f}"


class Step:
    """A step of the pipeline; every module has one."""

    name = "step"

    def __init__(self, settings):
        self.settings = settings
        self.children = []
        self.seen = 0

    def add(self, child):
        self.children.append(child)
        return self

    def prepare(self, records):
        return [record for record in records if record.value >= 0]

    def apply(self, records):
        raise NotImplementedError(self.name)

    def run(self, records):
        records = self.apply(self.prepare(records))
        for child in self.children:
            records = child.run(records)
        return records


REGISTRY = {}


def register(name, factory):
    if name in REGISTRY:
        raise ProjectError(f"{name} is there twice")
    REGISTRY[name] = factory


def make_step(name, settings):
    try:
        return REGISTRY[name](settings)
    except KeyError:
        raise ProjectError(f"no step {name!r}") from None


def group_by(records, key):
    groups = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return groups


def read_records(path):
    with open(path) as lines:
        rows = json.load(lines)
    return [Record(row["key"], float(row["value"])) for row in rows]


def warn(message):
    print("warning:", message, file=sys.stderr)
)py";

// {0}: this module, {1}: the package, {2}, {3}: the imports, {4}: the earlier
// module it uses, {5}: a call of that.
constexpr std::string_view kModule =
    R"py("""Module {0} of the made-up project."""
import math
import os.path
from collections import Counter

from core import ProjectError, Record, Step, group_by, register, warn
{2}{3}
LIMITS_{0} = {{"low": {0} % 7, "high": {0} % 7 + 40, "steps": [1, 2, 5, 10]}}
NAMES_{0} = ("alpha", "beta", "gamma", "delta")


class Table{0}:
    """Rows by name, with a running total."""

    def __init__(self, name, rows=None):
        self.name = name
        self.rows = rows if rows is not None else []
        self.index = {{}}
        self.total = 0.0

    def insert(self, record):
        self.rows.append(record)
        self.index.setdefault(record.key, []).append(len(self.rows) - 1)
        self.total += record.value

    def find(self, key):
        return [self.rows[at] for at in self.index.get(key, ())]

    @property
    def mean(self):
        return self.total / len(self.rows) if self.rows else 0.0

    def __len__(self):
        return len(self.rows)

    def summary(self):
        names = sorted(self.index)
        return f"{{self.name}}: {{len(self)}} rows, {{', '.join(names[:3])}}, mean {{self.mean:.2f}}"


class Wide{0}(Table{0}):
    """A table that also counts words."""

    def __init__(self, name, width={0} % 5 + 1):
        super().__init__(name)
        self.width = width
        self.words = Counter()

    def insert(self, record):
        super().insert(record)
        for tag in record.tags:
            self.words[tag.lower()] += 1

    def common(self):
        return [word for word, count in self.words.most_common(self.width) if count > 1]


class Step{0}(Step):
    """Scales, filters and hands on."""

    name = "step-{0}"

    def __init__(self, settings):
        super().__init__(settings)
        self.factor = settings.get("factor", 1.0) + {0} / 100
        self.table = Wide{0}("table-{0}")

    def apply(self, records):
        out = []
        for record in records:
            if record.value > LIMITS_{0}["high"]:
                continue
            self.table.insert(record)
            out.append(record.scaled(self.factor))
        self.seen += len(out)
        return out


register("step-{0}", Step{0})


def parse_{0}(text):
    """Reads "key:value;key:value"."""
    records = []
    for part in text.split(";"):
        key, _, value = part.partition(":")
        if not key:
            continue
        try:
            number = float(value)
        except ValueError as error:
            warn(f"{{key}}: {{error}}")
            number = 0.0
        records.append(Record(key.strip(), number, [key[:1]]))
    return records


def score_{0}(n, limits=None):
    """The hot part: arithmetic in loops."""
    limits = limits or LIMITS_{0}
    total = 0
    for k in range(n):
        total = (total * 31 + k * limits["low"]) % 1000003
        if total % 2:
            total += len(NAMES_{0}[k % len(NAMES_{0})])
    return total + math.floor(math.sqrt(n))


def collect_{0}(records, size):
    table = Wide{0}("collect-{0}")
    for record in records:
        table.insert(record)
    groups = group_by(table.rows, lambda record: record.key[:1])
    sizes = {{key: len(rows) for key, rows in groups.items()}}
    biggest = max(sizes.values(), default=0)
    scores = [score_{0}(abs(size) + len(key)) for key in sizes]
    if biggest > 10 and size < 0:
        raise ProjectError(f"{{table.summary()}} is too big: {{biggest}}")
    return table, scores


def report_{0}(table, scores):
    lines = [table.summary()]
    while scores and len(lines) < 4:
        lines.append(f"{{table.name:>12}} {{scores[0]:8d}}")
        scores = scores[1:]
    path = os.path.join("out", table.name + ".txt")
    return path, "\n".join(lines)


def main_{0}(text, size):
    records = parse_{0}(text)
    table, scores = collect_{0}(records, size)
    path, lines = report_{0}(table, scores)
    best = max(scores, default=0)
{5}    return best, path, lines


def unused_{0}(left, right):
    """Nobody calls this one."""
    pairs = list(zip(left, right))
    return {{a: b for a, b in pairs if a != b}}


def forgotten_{0}(records, names=NAMES_{0}):
    """Nor this one."""
    chosen = {{name: [] for name in names}}
    for record in records:
        if record.key in chosen:
            chosen[record.key].append(record.value)
    return {{name: sum(values) for name, values in chosen.items()}}
)py";

std::string module_name(int module) {
  return fmt::format("pkg_{}.mod_{}", module / kModulesOfPackage, module);
}

// Every module uses the one before it in its package, and one of an earlier
// package.
ProjectFile module_text(int module) {
  std::string imports;
  std::string calls;
  auto use = [&](int other, std::string_view argument) {
    imports += fmt::format("from {} import Table{}, main_{}\n",
                           module_name(other), other, other);
    calls += fmt::format(
        "    inner, _, more = main_{0}({1}, size - 1)\n"
        "    if isinstance(table, Table{0}) or inner > best:\n"
        "        best, lines = inner, lines + more\n",
        other, argument);
  };
  if (module % kModulesOfPackage > 0) use(module - 1, "text");
  if (module >= kModulesOfPackage) use(module / 2, "text + \";z:1\"");
  ProjectFile file;
  file.module = module_name(module);
  file.file =
      fmt::format("pkg_{}/mod_{}.py", module / kModulesOfPackage, module);
  file.text = fmt::format(kModule, module, module / kModulesOfPackage, imports,
                          imports.empty() ? "" : "\n", 0, calls);
  return file;
}

ProjectFile script(int modules) {
  std::string imports;
  std::string jobs;
  for (int last = kModulesOfPackage - 1; last < modules + kModulesOfPackage - 1;
       last += kModulesOfPackage) {
    const int module = std::min(last, modules - 1);
    imports +=
        fmt::format("from {} import main_{}\n", module_name(module), module);
    jobs += fmt::format("    main_{},\n", module);
  }
  ProjectFile file{"main.py", "__main__", ""};
  file.text = fmt::format(R"py("""Runs every package."""
import sys
import time

from core import Record, Settings, make_step
{}
JOBS = [
{}]


def work(text, size):
    results = []
    for job in JOBS:
        best, path, lines = job(text, size)
        results.append((best, path, len(lines)))
    return results


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    began = time.perf_counter()
    texts = [f"a{{i}}:{{i}};b:{{i * 2}};c:x" for i in range(size)]
    table = []
    for text in texts:
        for best, path, count in work(text, size):
            table.append((path, best + count))
    settings = Settings({{"factor": 1.5}})
    first = make_step("step-0", settings)
    for i in range(1, {}):
        first.add(make_step(f"step-{{i}}", settings.child(factor=i)))
    records = first.run([Record(f"k{{i}}", float(i), ["x"]) for i in range(size)])
    for path, value in sorted(table)[:10]:
        print(f"{{path:20}} {{value}}")
    print(len(records), sum(record.value for record in records))
    print(f"{{time.perf_counter() - began:.1f}} s")


if __name__ == "__main__":
    main()
)py",
                          imports, jobs, modules);
  return file;
}

int lines_of(const std::string& text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

int line_with(const std::string& text, std::string_view part) {
  const std::string before = text.substr(0, text.find(part));
  return lines_of(before) + 1;
}

}  // namespace

std::vector<ProjectFile> project_text(int lines) {
  std::vector<ProjectFile> modules = {{"core.py", "core", std::string(kCore)}};
  int count = lines_of(modules[0].text);
  int module = 0;
  while (count < lines) {
    modules.push_back(module_text(module++));
    count += lines_of(modules.back().text);
  }
  std::vector<ProjectFile> files = {script(module)};
  files.insert(files.end(), modules.begin(), modules.end());
  return files;
}

profiler::Profile project_profile(const std::vector<ProjectFile>& files) {
  profiler::Profile profile;
  profile.threads = {{1, true}};
  auto frame = [&](const ProjectFile& file, std::string_view code) {
    profile.frames.push_back({file.file, "f", line_with(file.text, code), 1});
    return static_cast<int>(profile.frames.size()) - 1;
  };
  const int outer = frame(files[0], "for best, path, count in work");
  const int inner = frame(files[0], "best, path, lines = job(text, size)");
  for (std::size_t quarter = 1; quarter <= 4; ++quarter) {
    const ProjectFile& file = files[(files.size() - 1) * quarter / 4];
    const int leaf = frame(file, "total = (total * 31");
    profiler::Stack stack;
    stack.frames = {outer, inner, leaf};
    stack.samples = 1000;
    stack.cost.wall_s = stack.cost.cpu_s = stack.cost.python_s = 1;
    profile.stacks.push_back(stack);
  }
  return profile;
}

}  // namespace ppp::bench
