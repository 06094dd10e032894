// SPDX-License-Identifier: Apache-2.0
#include "profiler/formats/exported.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "profiler/formats/formats.h"

namespace ppp::profiler {
namespace {

// As perf, gdb and others name it.
constexpr const char* kUnnamed = "[unknown]";
// That the parts of one line's stacks may have, all together: a recursive
// function has many stacks.
constexpr std::size_t kMostPartFrames = 2'000'000;

/// A line of Python as the innermost of some stacks.
using Line = std::tuple<std::string, int, std::string>;
Line line_of(const Frame& frame) {
  return {frame.file, frame.line, frame.function};
}

struct Part {
  std::vector<int> frames;  // native ones, outermost first
  std::int64_t seen = 0;
  double share = 0;  // of CPU time
};

struct LineParts {
  std::vector<Part> parts;  // without what the interpreter's loop itself ran
  std::int64_t seen = 0;    // with that
  double cpu_s = 0;
  std::size_t stacks = 0;
  std::size_t stack_frames = 0;
};

/// Of how much CPU time one snapshot tells. The clock ticks less often than
/// asked for, and what waits for a CPU counts in `cpu_s` alone.
double snapshot_seconds(const Profile& profile) {
  const NativeCosts& native = profile.native;
  const std::int64_t taken = native.joined + native.no_room + native.far +
                             native.not_unwound + native.no_line;
  if (taken == 0) return 0;
  // Threads that have none would count.
  if (!native.refused.empty()) {
    return native.rate_hz > 0 ? 1 / native.rate_hz : 0;
  }
  double cpu_s = 0;
  for (const Stack& stack : profile.stacks) cpu_s += stack.cost.cpu_s;
  return cpu_s / static_cast<double>(taken);
}

Cost part_of(const Cost& cost, double share) {
  Cost part;
  part.wall_s = part.cpu_s = cost.cpu_s * share;
  part.python_s = cost.python_s * share;
  part.native_s = cost.native_s * share;
  part.nogil_s = cost.nogil_s * share;
  return part;
}

class Exporter {
 public:
  Exporter(const Profile& profile, std::string name) : profile_(profile) {
    out_.name = std::move(name);
    out_.threads = profile.threads;
    out_.frames = profile.frames;
    out_.python_frames = profile.frames.size();
  }

  Exported run() && {
    find_parts();
    for (const Stack& stack : profile_.stacks) add(stack);
    return std::move(out_);
  }

 private:
  const Frame& leaf(const Stack& stack) const {
    return profile_.frames[static_cast<std::size_t>(stack.frames.back())];
  }

  void find_parts() {
    if (profile_.native.joined == 0) return;
    for (const NativeFunction& function : profile_.native.functions) {
      out_.frames.push_back({function.library,
                             function.name.empty() ? kUnnamed : function.name,
                             0, 0});
    }
    for (const NativeStack& stack : profile_.native.stacks) {
      LineParts& line = lines_[{stack.file, stack.line, stack.function}];
      line.seen += stack.samples;
      if (stack.functions.empty()) continue;
      Part part{stack.functions, stack.samples, 0};
      for (int& index : part.frames) {
        index += static_cast<int>(out_.python_frames);
      }
      line.parts.push_back(std::move(part));
    }
    for (const Stack& stack : profile_.stacks) {
      if (stack.frames.empty()) continue;
      const auto line = lines_.find(line_of(leaf(stack)));
      if (line == lines_.end()) continue;
      line->second.cpu_s += stack.cost.cpu_s;
      ++line->second.stacks;
      line->second.stack_frames += stack.frames.size();
    }
    const double each_s = snapshot_seconds(profile_);
    for (auto& [line, parts] : lines_) weigh(parts, each_s);
  }

  // What is within the noise of a count is none that is missing.
  static void weigh(LineParts& line, double each_s) {
    std::ranges::stable_sort(line.parts, std::greater(), &Part::seen);
    const double expected = each_s > 0 ? line.cpu_s / each_s : 0;
    const auto seen = static_cast<double>(line.seen);
    const bool all = seen >= expected - 2 * std::sqrt(expected);
    std::size_t size = 0;
    std::size_t kept = 0;
    for (Part& part : line.parts) {
      size += line.stack_frames + line.stacks * part.frames.size();
      if (size > kMostPartFrames) break;
      part.share = static_cast<double>(part.seen) / (all ? seen : expected);
      ++kept;
    }
    line.parts.resize(kept);
  }

  void add(const Stack& stack) {
    const auto line =
        stack.frames.empty() ? lines_.end() : lines_.find(line_of(leaf(stack)));
    if (line == lines_.end() || stack.cost.cpu_s <= 0) {
      out_.stacks.push_back(stack);
      return;
    }
    double share = 0;
    std::int64_t counted = 0;
    for (const Part& part : line->second.parts) {
      Stack below = stack;
      below.frames.insert(below.frames.end(), part.frames.begin(),
                          part.frames.end());
      below.cost = part_of(stack.cost, part.share);
      share += part.share;
      below.samples = samples_until(stack, share) - counted;
      counted += below.samples;
      out_.stacks.push_back(std::move(below));
    }
    add_rest(stack, share, counted);
  }

  // Samples of a stack are whole, and their sum is to stay.
  static std::int64_t samples_until(const Stack& stack, double share) {
    const double wall = stack.cost.wall_s > 0
                            ? share * stack.cost.cpu_s / stack.cost.wall_s
                            : share;
    return std::llround(static_cast<double>(stack.samples) *
                        std::clamp(wall, 0.0, 1.0));
  }

  void add_rest(const Stack& stack, double share, std::int64_t counted) {
    constexpr double kRounding = 1e-9;
    const double left = 1 - share > kRounding ? 1 - share : 0;
    Stack rest = stack;
    rest.cost = part_of(stack.cost, left);
    rest.cost.wait_s = stack.cost.wait_s;
    rest.cost.wall_s =
        std::max(0.0, stack.cost.wall_s - stack.cost.cpu_s * (1 - left));
    rest.samples = stack.samples - counted;
    const bool waits =
        stack.cost.wall_s - stack.cost.cpu_s > kRounding * stack.cost.wall_s;
    if (left > 0 || waits) {
      out_.stacks.push_back(std::move(rest));
    } else {
      out_.stacks.back().samples += rest.samples;
    }
  }

  const Profile& profile_;
  Exported out_;
  std::map<Line, LineParts> lines_;
};

}  // namespace

std::vector<Exported> exported(const Profile& profile) {
  std::vector<Exported> all;
  for (auto& [process, name] : named_processes(profile)) {
    all.push_back(Exporter(*process, std::move(name)).run());
  }
  return all;
}

}  // namespace ppp::profiler
