// SPDX-License-Identifier: Apache-2.0
// What one look at a thread costs, by stack depth: on a stack in our own
// memory (no other process in the way), and on a running Python; and of a whole
// recording, with the bare wake-ups beside it. For the live ones set PYTHON to
// an interpreter (default: python3).

#include <benchmark/benchmark.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "base/process.h"
#include "profiler/aggregate.h"
#include "profiler/attach.h"
#include "profiler/record.h"
#include "profiler/sampler.h"
#include "profiler/stack_walker.h"

namespace ppp::profiler {
namespace {

// Frames of a 3.11 in a buffer of ours.
class OwnStack {
 public:
  explicit OwnStack(int depth)
      : offsets_(*cpython::offsets_of(11)),
        bytes_(kThreadSize + static_cast<std::size_t>(depth) * kFrame) {
    Address back = 0;
    for (int i = 0; i < depth; ++i) {
      const std::size_t at = kThreadSize + static_cast<std::size_t>(i) * kFrame;
      put(at + offsets_.frame_back, back);
      put(at + offsets_.frame_code, address(0));
      put(at + offsets_.frame_instruction, address(0));
      back = address(at);
    }
    put(offsets_.thread_frame, address(512));
    put(512 + offsets_.cframe_frame, back);
  }
  const cpython::Offsets& offsets() const { return offsets_; }
  Address thread() const { return address(0); }

 private:
  static constexpr std::size_t kThreadSize = 1024;
  static constexpr std::size_t kFrame = 128;

  Address address(std::size_t at) const {
    return reinterpret_cast<Address>(bytes_.data() + at);
  }
  void put(std::size_t at, Address value) {
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }

  cpython::Offsets offsets_;
  std::vector<char> bytes_;
};

void walk_captured(benchmark::State& state) {
  const OwnStack stack(static_cast<int>(state.range(0)));
  auto memory = open_remote_memory(::getpid());
  if (!memory) return state.SkipWithError(memory.error().what.c_str());
  StackWalker walker(**memory, stack.offsets(), stack.thread());
  RawStack raw;
  for (auto _ : state) {
    if (!walker.walk(raw)) return state.SkipWithError("walk failed");
  }
  state.counters["frames"] = static_cast<double>(raw.frames.size());
}
BENCHMARK(walk_captured)->Arg(5)->Arg(20)->Arg(100);

// A Python that computes at the given depth until it is killed.
class Target {
 public:
  explicit Target(long depth) {
    const char* python = std::getenv("PYTHON");
    Command command;
    command.argv = {python ? python : "python3", "-c",
                    "def down(n):\n"
                    " if n: down(n - 1)\n"
                    " x = 0\n"
                    " while True: x += x & 7\n"
                    "down(" +
                        std::to_string(depth - 2) + ")"};
    auto started = system_processes().start(command);
    if (!started) return;
    child_ = std::move(*started);
    auto opened = open_remote_memory(child_->pid());
    if (!opened) return;
    memory_ = std::move(*opened);
    Attacher attacher(child_->pid(), *memory_, command.argv[0]);
    for (int i = 0; i < 200 && !attached_; ++i) {
      ::usleep(10000);
      auto attached = attacher.try_attach();
      if (attached) attached_ = *attached;
    }
    ::usleep(200000);  // it goes down
  }
  bool ready() const { return attached_.has_value(); }
  int pid() const { return child_->pid(); }
  RemoteMemory& memory() { return *memory_; }
  const cpython::Interpreter& interpreter() const {
    return attached_->interpreter;
  }

 private:
  std::unique_ptr<Child> child_;
  std::unique_ptr<RemoteMemory> memory_;
  std::optional<Attached> attached_;
};

void sample_live(benchmark::State& state) {
  Target target(state.range(0));
  if (!target.ready()) return state.SkipWithError("no Python to look at");
  Aggregator aggregator;
  LoopBook loops;
  TaskTally tasks;
  Sampler sampler(target.pid(), target.memory(), target.interpreter(),
                  aggregator, loops, tasks,
                  [](const std::string& file) { return file; });
  const auto start = std::chrono::steady_clock::now();
  int failed = 0;
  for (auto _ : state) {
    const std::chrono::duration<double> now =
        std::chrono::steady_clock::now() - start;
    failed += sampler.sample(now.count(), 1) != 0;
  }
  sampler.finish();
  Profile profile;
  aggregator.fill(profile, 1);
  std::size_t depth = 0;
  for (const Stack& stack : profile.stacks) {
    depth = std::max(depth, stack.frames.size());
  }
  state.counters["frames"] = static_cast<double>(depth);
  state.counters["failed"] = failed;
}
BENCHMARK(sample_live)->Arg(5)->Arg(20)->Arg(100);

double cpu_s() {
  rusage usage = {};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * static_cast<double>(usage.ru_utime.tv_usec +
                                    usage.ru_stime.tv_usec);
}

// What waking up a thousand times a second costs here with nothing to do.
void wake_1khz(benchmark::State& state) {
  ::prctl(PR_SET_TIMERSLACK, 1000);
  const double before_s = cpu_s();
  double wakes = 0;
  for (auto _ : state) {
    for (int i = 0; i < 1000; ++i, ++wakes) {
      const timespec millisecond = {0, 1000000};
      ::ppoll(nullptr, 0, &millisecond, nullptr);
    }
  }
  state.counters["cpu_us_each"] = 1e6 * (cpu_s() - before_s) / wakes;
}
BENCHMARK(wake_1khz)->Iterations(1);

// A whole recording at 1 kHz of a Python at depth 20, its start included.
void record_1khz(benchmark::State& state) {
  const char* python = std::getenv("PYTHON");
  Command command;
  command.argv = {python ? python : "python3", "-c",
                  "import time\n"
                  "def down(n):\n"
                  " if n: return down(n - 1)\n"
                  " x = 0\n"
                  " end = time.monotonic() + 2\n"
                  " while time.monotonic() < end:\n"
                  "  for i in range(10000): x += x & 7\n"
                  "down(18)"};
  const double before_s = cpu_s();
  double samples = 0;
  double missed = 0;
  for (auto _ : state) {
    auto recording = record(command);
    if (!recording) {
      return state.SkipWithError(recording.error().what.c_str());
    }
    samples += static_cast<double>(recording->profile.samples);
    missed += static_cast<double>(recording->profile.missed);
  }
  state.counters["cpu_us_each"] = 1e6 * (cpu_s() - before_s) / samples;
  state.counters["missed_percent"] = 100 * missed / (samples + missed);
}
BENCHMARK(record_1khz)->Iterations(1);

}  // namespace
}  // namespace ppp::profiler

BENCHMARK_MAIN();
