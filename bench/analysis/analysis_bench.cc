// SPDX-License-Identifier: Apache-2.0
// Parse and analysis speed, in lines per second, on a large generated module.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "advisor/advise.h"

namespace ppp::advisor {
namespace {

/// A module of `count` functions, each with a loop that some other function
/// runs: calls, accumulations, comprehensions, prints.
std::string module_text(int count) {
  std::string text = "import math\n\n";
  for (int i = 0; i < count; ++i) {
    text += fmt::format(
        R"py(
def work_{0}(n, table):
    total = 0
    for k in range(n):
        total = (total * 31 + table[k % len(table)]) % 1000003
    return total + math.floor(math.sqrt(n))


def collect_{0}(items, table):
    """Collects what work_{0} makes of the items."""
    out = []
    for item in items:
        value = work_{0}(item, table)
        if value % 3:
            out.append((item, value))
    names = {{item: str(value) for item, value in out}}
    print("collected", len(names))
    return sum(value for _, value in out)

)py",
        i);
  }
  text += "\nif __name__ == \"__main__\":\n    table = list(range(100))\n";
  for (int i = 0; i < count; ++i) {
    text += fmt::format("    print(collect_{}(range(50), table))\n", i);
  }
  return text;
}

double lines_of(const std::string& text) {
  return static_cast<double>(std::count(text.begin(), text.end(), '\n'));
}

void parse(benchmark::State& state) {
  std::string text = module_text(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    SourceFile file = SourceFile::parse("m.py", "/m.py", "__main__", text);
    benchmark::DoNotOptimize(file.well_formed());
  }
  state.counters["lines"] = benchmark::Counter(
      lines_of(text), benchmark::Counter::kIsIterationInvariantRate);
}

void analyse(benchmark::State& state) {
  std::string text = module_text(static_cast<int>(state.range(0)));
  Project project;
  project.files.push_back(SourceFile::parse("m.py", "/m.py", "__main__", text));
  for (auto _ : state) {
    auto plan = advise({}, project, {.min_share = 0, .every_loop = true});
    if (!plan.ok()) state.SkipWithError(plan.error().what.c_str());
    benchmark::DoNotOptimize(plan);
  }
  state.counters["lines"] = benchmark::Counter(
      lines_of(text), benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK(parse)->Arg(10)->Arg(100)->Arg(500)->Unit(benchmark::kMillisecond);
BENCHMARK(analyse)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ppp::advisor

BENCHMARK_MAIN();
