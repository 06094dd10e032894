// SPDX-License-Identifier: Apache-2.0
// Parsing and analysis of whole projects (project_text.h), in lines per second,
// with the peak of the process's memory so far. `project` is what a user waits
// for: parse every file and advise on the six hot loops.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <string>
#include <vector>

#include "advisor/advise.h"
#include "project_text.h"

namespace ppp::bench {
namespace {

using advisor::Project;
using advisor::SourceText;

Project parse_all(const std::vector<ProjectFile>& files) {
  std::vector<SourceText> texts;
  for (const ProjectFile& file : files) {
    texts.push_back({file.file, "/bench/" + file.file, file.module, file.text});
  }
  return {advisor::parse_all(std::move(texts))};
}

void count(benchmark::State& state, const std::vector<ProjectFile>& files) {
  std::int64_t lines = 0;
  for (const ProjectFile& file : files) {
    lines += std::count(file.text.begin(), file.text.end(), '\n');
  }
  state.counters["lines"] =
      benchmark::Counter(static_cast<double>(lines),
                         benchmark::Counter::kIsIterationInvariantRate);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void parse(benchmark::State& state) {
  const auto files = project_text(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(parse_all(files));
  }
  count(state, files);
}

void project(benchmark::State& state) {
  const auto files = project_text(static_cast<int>(state.range(0)));
  const profiler::Profile profile = project_profile(files);
  for (auto _ : state) {
    const Project parsed = parse_all(files);
    auto plan = advisor::advise(profile, parsed);
    if (!plan.ok()) state.SkipWithError(plan.error().what.c_str());
    benchmark::DoNotOptimize(plan);
  }
  count(state, files);
}

// Every loop is hot: what tests do, and the worst case.
void every_loop(benchmark::State& state) {
  const auto files = project_text(static_cast<int>(state.range(0)));
  const Project parsed = parse_all(files);
  for (auto _ : state) {
    auto plan =
        advisor::advise({}, parsed, {.min_share = 0, .every_loop = true});
    if (!plan.ok()) state.SkipWithError(plan.error().what.c_str());
    benchmark::DoNotOptimize(plan);
  }
  count(state, files);
}

BENCHMARK(parse)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(every_loop)->Arg(1'000)->Unit(benchmark::kMillisecond);
BENCHMARK(project)->Arg(10'000)->Arg(30'000)->Arg(100'000)->Unit(
    benchmark::kMillisecond);

}  // namespace
}  // namespace ppp::bench

BENCHMARK_MAIN();
